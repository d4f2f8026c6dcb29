import { eq } from "drizzle-orm";
import { activity, blockedCallers } from "@/db/schema";
import { anyNumber, makeLine } from "../office/make-line";
import { callMutation } from "./call-mutation";
import { expect, test } from "./fixtures";

const filename = "app/(office)/blocked-callers/mutations.ts";

test("a manager blocks a caller, whose next call is turned away, and lets them in again", async ({
  page,
  office,
  signedInAs,
}) => {
  const { name } = await signedInAs("manager");
  const line = await makeLine(office.db);
  const from = anyNumber();
  expect((await office.call({ from, to: line.number })).body).toContain("We are open");

  await page.goto("/blocked-callers/new");
  await page.getByLabel("Phone number").fill(from);
  await page.getByLabel("Note", { exact: true }).fill("Sells toner");
  await page.getByRole("button", { name: "Block" }).click();
  await expect(page.getByText(/: blocked\.$/)).toBeVisible();
  expect((await office.call({ from, to: line.number })).body).toContain("<Reject");

  await page.getByRole("searchbox").fill(from.slice(-7));
  await page.getByRole("button", { name: "Search" }).click();
  const row = page.getByRole("row").filter({ hasText: "Sells toner" });
  await expect(row).toContainText(name);
  await row.getByRole("link").click();
  await page.getByLabel("Note", { exact: true }).fill("Sells ink");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/: saved\.$/)).toBeVisible();

  const [blocked] = await office.db.select().from(blockedCallers).where(eq(blockedCallers.number, from));
  expect(blocked).toMatchObject({ note: "Sells ink", version: 2 });
  await page.goto(`/blocked-callers/${blocked?.id}`);
  await page.getByRole("link", { name: "Duplicate" }).click();
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("Sells ink");
  await expect(page.getByLabel("Phone number")).toHaveValue("");
  await page.goto(`/blocked-callers/${blocked?.id}`);
  await page.getByRole("link", { name: "Unblock" }).click();
  await page.getByRole("button", { name: "Unblock" }).click();
  await expect(page.getByText(/: no longer blocked\.$/)).toBeVisible();
  expect((await office.call({ from, to: line.number })).body).toContain("We are open");

  const changes = await office.db
    .select()
    .from(activity)
    .where(eq(activity.subjectId, blocked?.id ?? ""))
    .orderBy(activity.id);
  expect(changes.map(({ verb, before, after }) => [verb, before?.Note, after?.Note])).toEqual([
    ["blockCaller", undefined, "Sells toner"],
    ["saveBlockedCaller", "Sells toner", "Sells ink"],
    ["unblockCaller", "Sells ink", undefined],
  ]);
});

test("what is no number is said beside the field, and nothing typed is lost", async ({
  page,
  signedInAs,
}) => {
  await signedInAs("manager");
  await page.goto("/blocked-callers/new");
  await page.getByLabel("Phone number").fill("Mr Smith");
  await page.getByLabel("Note", { exact: true }).fill("Calls at night");
  await page.getByRole("button", { name: "Block" }).click();
  const field = page.getByLabel("Phone number");
  await expect(field).toHaveAccessibleDescription(/Enter a phone number/);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("Mr Smith");
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("Calls at night");
});

test("two people editing the same one are told, and neither loses work", async ({
  page,
  office,
  signedInAs,
  pageOf,
}) => {
  await signedInAs("manager");
  const number = anyNumber();
  const [made] = await office.db.insert(blockedCallers).values({ number, note: "First" }).returning();
  const path = `/blocked-callers/${made?.id}`;
  await page.goto(path);
  await page.getByLabel("Note", { exact: true }).fill("Mine");

  const theirs = await pageOf("owner", "Ben Finch");
  await theirs.goto(path);
  await theirs.getByLabel("Note", { exact: true }).fill("Theirs");
  await theirs.getByRole("button", { name: "Save" }).click();
  await expect(theirs.getByText(/: saved\.$/)).toBeVisible();

  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Ben Finch saved this" })).toBeVisible();
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("Mine");
  const note = async () =>
    (await office.db.select().from(blockedCallers).where(eq(blockedCallers.number, number)))[0]?.note;
  expect(await note()).toBe("Theirs");
  await page.getByRole("button", { name: "Save over it" }).click();
  await expect(page.getByText(/: saved\.$/)).toBeVisible();
  expect(await note()).toBe("Mine");
});

test("staff see who is blocked, and can change nothing, whatever they send", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("staff");
  const number = anyNumber();
  const [made] = await office.db.insert(blockedCallers).values({ number }).returning();
  await page.goto("/blocked-callers");
  await expect(page.getByRole("link", { name: "Block a caller" })).toHaveCount(0);
  const fields = { id: made?.id ?? "", version: "1", number, note: "changed" };
  for (const name of ["blockCaller", "saveBlockedCaller", "unblockCaller"]) {
    const answer = await callMutation(page, { name, filename, at: "/blocked-callers" }, fields);
    expect(answer.headers()["x-action-redirect"] ?? answer.headers().location).toContain("/not-allowed");
  }
  expect(await office.db.select().from(blockedCallers).where(eq(blockedCallers.number, number))).toEqual([
    made,
  ]);
});
