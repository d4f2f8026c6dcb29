import { expect, test } from "./fixtures";
import { expectToLookWell } from "./looks";

test("a page that cannot be made says so with a reference, and recovers when asked", async ({
  page,
  signedInAs,
  office,
  expectComplaint,
}) => {
  // What a server component throws is React's error 441 in the browser.
  expectComplaint(/status of 500|React error #441/);
  await signedInAs("staff");
  await page.goto("/");
  const fault = page.getByRole("heading", { name: "This page could not be shown" });
  const reference = page.getByText(/^Reference: /);

  office.database.setFault("down");
  await page.getByRole("link", { name: "Voicemails", exact: true }).click();
  await expect(fault).toBeVisible();
  // The navigation stays where only the page has failed.
  await expect(page.getByRole("link", { name: "Today" })).toBeVisible();
  await expect(reference).toBeVisible();
  const digest = (await reference.textContent())?.replace("Reference: ", "");
  const lines = office.app.output().split("\n");
  const line = lines.find((printed) => printed.includes(`"reference":"${digest}"`)) ?? "";
  expect(JSON.parse(line)).toMatchObject({ level: "error", event: "page.failed", reference: digest });
  // And no more of it beside that line.
  expect(lines.filter((printed) => printed.includes(digest ?? ""))).toEqual([line]);
  // What was asked about whom is none of the log's business.
  expect(line).toContain("Failed query: ");
  expect(office.app.output()).not.toContain("params:");
  await expect(page.getByRole("main")).not.toContainText("fetch failed");
  await expectToLookWell(page);

  office.database.setFault("none");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Voicemails", exact: true })).toBeVisible();

  office.database.setFault("down");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  await expect(fault).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  // The whole page, without the navigation.
  await expectToLookWell(page);
  office.database.setFault("none");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Today", exact: true })).toBeVisible();
});
