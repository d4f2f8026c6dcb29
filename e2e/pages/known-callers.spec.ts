import { eq, like } from "drizzle-orm";
import { activity, configurations, knownCallers, people } from "@/db/schema";
import { anyNumber, makeAction, makeLine, makePerson, makeSaying } from "../office/make-line";
import { callMutation } from "./call-mutation";
import { expect, test } from "./fixtures";
import { expectWaitToBeShown } from "./waiting";

const filename = "app/(office)/known-callers/mutations.ts";

test("a manager adds a known caller who goes straight to an action, changes, copies and deletes them", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const { db } = office;
  const vip = await makeSaying(db, "Straight through.");
  const line = await makeLine(db);
  const from = anyNumber();
  await page.goto("/known-callers");
  await page.getByRole("link", { name: "New known caller" }).first().click();
  await page.getByLabel("Name", { exact: true }).fill("Ana Ruiz");
  await page.getByLabel("Phone number").fill("Mr Smith");
  const straightTo = page.getByRole("combobox", { name: "Straight to" });
  await straightTo.fill(vip.name);
  await page.getByRole("option", { name: vip.name }).click();
  await page.getByRole("button", { name: "Add" }).click();
  const number = page.getByLabel("Phone number");
  await expect(number).toHaveAccessibleDescription(/Enter a phone number/);
  await expect(number).toBeFocused();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ana Ruiz");
  await expect(straightTo).toHaveValue(vip.name);
  await number.fill(from);
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByText("Ana Ruiz: added.")).toBeVisible();
  expect((await office.call({ from, to: line.number })).body).toContain("Straight through.");

  await page.getByRole("searchbox").fill(from.slice(-7));
  // A wait that anybody would notice is shown, from list to list and from there to one of it.
  await expectWaitToBeShown(page, () => page.getByRole("button", { name: "Search" }).click());
  const row = page.getByRole("row").filter({ hasText: "Ana Ruiz" });
  await expect(row).toContainText(vip.name);
  await expectWaitToBeShown(page, () => row.getByRole("link").click());
  await page.getByLabel("Note", { exact: true }).fill("Our landlord");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Ana Ruiz: saved.")).toBeVisible();

  const [known] = await db.select().from(knownCallers).where(eq(knownCallers.number, from));
  expect(known).toMatchObject({ note: "Our landlord", actionId: vip.id, version: 2 });
  await page.goto(`/known-callers/${known?.id}`);
  await page.getByRole("link", { name: "Duplicate" }).click();
  await expect(page.getByLabel("Note", { exact: true })).toHaveValue("Our landlord");
  await expect(page.getByRole("combobox", { name: "Straight to" })).toHaveValue(vip.name);
  await expect(page.getByLabel("Phone number")).toHaveValue("");
  await page.getByLabel("Phone number").fill(from);
  await page.getByRole("button", { name: "Add" }).click();
  await expect(page.getByLabel("Phone number")).toHaveAccessibleDescription(/of this number already/);

  await page.goto(`/actions/${vip.id}/delete`);
  await expect(
    page.getByRole("link", { name: "The known caller Ana Ruiz goes straight to it" }),
  ).toBeVisible();
  await page.goto(`/known-callers/${known?.id}/delete`);
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("Ana Ruiz: deleted.")).toBeVisible();
  expect((await office.call({ from, to: line.number })).body).toContain("We are open");
  const changes = await db
    .select()
    .from(activity)
    .where(eq(activity.subjectId, known?.id ?? ""))
    .orderBy(activity.id);
  expect(changes.map(({ verb, before, after }) => [verb, before?.Note, after?.Note])).toEqual([
    ["addKnownCaller", undefined, ""],
    ["saveKnownCaller", "", "Our landlord"],
    ["deleteKnownCaller", "Our landlord", undefined],
  ]);
});

test("staff see who is known, and can change nothing, whatever they send", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("staff");
  const number = anyNumber();
  const [made] = await office.db.insert(knownCallers).values({ number, name: "Ben Known" }).returning();
  await page.goto(`/known-callers?${new URLSearchParams({ q: number })}`);
  await expect(page.getByRole("row").filter({ hasText: "Ben Known" })).toBeVisible();
  await expect(page.getByRole("link", { name: "New known caller" })).toHaveCount(0);
  const fields = { id: made?.id ?? "", version: "1", number, name: "Changed", note: "", actionId: "" };
  for (const name of ["addKnownCaller", "saveKnownCaller", "deleteKnownCaller"]) {
    const answer = await callMutation(page, { name, filename, at: "/known-callers" }, fields);
    expect(answer.headers()["x-action-redirect"] ?? answer.headers().location).toContain("/not-allowed");
  }
  expect(await office.db.select().from(knownCallers).where(eq(knownCallers.number, number))).toEqual([made]);
});

test("a configuration puts through known callers alone, and says so wherever it is shown", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const line = await makeLine(office.db);
  await page.goto(`/configurations/${line.configurationId}`, { waitUntil: "networkidle" });
  await page.getByLabel("Only known callers").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/ is saved\./)).toBeVisible();
  const [saved] = await office.db
    .select()
    .from(configurations)
    .where(eq(configurations.id, line.configurationId));
  expect(saved?.takesKnownCallersOnly).toBe(true);
  expect((await office.call({ to: line.number })).body).toContain("We are closed.");
  await page.goto(`/configurations/${line.configurationId}`);
  await expect(page.getByLabel("Only known callers")).toBeChecked();
  await expect(page.getByText(/That is for known callers\. Anybody else gets/)).toBeVisible();
  await page.goto(`/try?${new URLSearchParams({ number: line.number, from: anyNumber() })}`);
  await expect(page.getByText("Only known callers are put through, and this one is not known")).toBeVisible();
});

test("a menu that takes extensions and an extension that begins with its key keep each other out", async ({
  page,
  office,
  signedInAs,
}) => {
  await signedInAs("manager");
  const { db } = office;
  const sales = await makeSaying(db, "Sales.");
  // Whatever people other tests have left behind would be in the way of the key as well.
  await db.update(people).set({ extension: null }).where(like(people.extension, "9%"));
  const ana = await makePerson(db, "Ana Nines", { extension: "99917" });
  const menu = await makeAction(db, "menu", {
    choices: { menu: [{ menuKey: "9", label: "sales", actionId: sales.id }] },
  });
  await page.goto(`/actions/${menu.id}`, { waitUntil: "networkidle" });
  const box = page.getByLabel("Callers may dial an extension");
  await box.check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(box).toHaveAccessibleDescription(/99917 \(Ana Nines\) begins with 9/);
  await expect(box).toBeChecked();

  await db.update(people).set({ extension: null }).where(eq(people.id, ana.id));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(`“${menu.name}” is saved.`)).toBeVisible();
  await page.goto(`/people/${ana.id}`, { waitUntil: "networkidle" });
  const extension = page.getByLabel("Extension", { exact: true });
  await extension.fill("99917");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(extension).toHaveAccessibleDescription(new RegExp(`“${menu.name}”`));
  await expect(extension).toHaveValue("99917");
  // Other tests give people extensions too.
  await page.goto(`/actions/${menu.id}/delete`);
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(`“${menu.name}” is deleted.`)).toBeVisible();
});
