import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { people, phoneNumbers, scheduleOverrides } from "@/db/schema";
import { anyNumber, makeAction, makeLine, makePerson } from "../office/make-line";
import { expect, test } from "./fixtures";

/** Before the numbers that other tests have made, which may be more than the page shows. */
const first = "0 Line";

test("a card says what a call gets, and the call gets it", async ({ page, signedInAs, office }) => {
  const ana = await makePerson(office.db, "Ana Lima");
  const ben = await makePerson(office.db, "Ben Odell", { numbers: [anyNumber(), anyNumber()] });
  const away = await makePerson(office.db, "Chloe Marsh", { awayUntil: new Date(Date.now() + 3_600_000) });
  const message = await makeAction(office.db, "voicemail");
  const ring = await makeAction(office.db, "ring-all", {
    people: { people: [ana, ben, away].map(({ id }) => ({ personId: id })) },
    unanswered: { actionId: message.id },
  });
  const line = await makeLine(office.db, {
    called: first,
    openActionId: ring.id,
    schedule: {
      timeZone: "Europe/London",
      override: { isOpen: true, reason: "inventory day", setByName: "Olive Alder" },
    },
  });
  await signedInAs("staff");
  await page.goto("/");
  const card = page.getByRole("listitem").filter({ hasText: line.name });
  const fact = (term: string) => card.getByRole("definition").nth(terms.indexOf(term));
  const terms = await card.getByRole("term").allTextContents();
  await expect(card).toContainText("Open");
  await expect(fact("A call now")).toHaveText(ring.name);
  await expect(fact("Rings")).toHaveText("Ana Lima and Ben Odell (2 phones)");
  await expect(fact("Then")).toHaveText(message.name);
  await expect(fact("Why")).toHaveText("Open: inventory day, until lifted (set by Olive Alder)");
  await expect(fact("Time there")).toHaveText(/^\d{1,2}:\d\d [AP]M in London$/);

  const { body } = await office.call({ to: line.number });
  for (const number of [...ana.numbers, ...ben.numbers]) expect(body).toContain(number);
  for (const number of away.numbers) expect(body).not.toContain(number);
});

test("everybody being away is said", async ({ page, signedInAs, office }) => {
  const { id } = await makePerson(office.db, "Chloe Marsh");
  await office.db
    .update(people)
    .set({ awayUntil: new Date(Date.now() + 3_600_000) })
    .where(eq(people.id, id));
  const ring = await makeAction(office.db, "ring-one", { people: { people: [{ personId: id }] } });
  const line = await makeLine(office.db, { called: first, openActionId: ring.id });
  await signedInAs("staff");
  await page.goto("/");
  const card = page.getByRole("listitem").filter({ hasText: line.name });
  await expect(card).toContainText("Nobody: all of them are away");
});

test("a number that is not set up says that callers are turned away", async ({
  page,
  signedInAs,
  office,
}) => {
  const line = await makeLine(office.db, { called: first, isActive: false });
  await signedInAs("staff");
  await page.goto("/");
  const card = page.getByRole("listitem").filter({ hasText: line.name });
  await expect(card).toContainText("Not set up");
  await expect(card).toContainText("callers are turned away");
});

test.describe(() => {
  test.use({ hasOwnBrowser: true });

  test("a page that is left open is true to the minute", async ({ page, signedInAs, office }) => {
    const line = await makeLine(office.db, { called: first });
    await page.clock.install();
    await signedInAs("staff");
    await page.goto("/");
    const card = page.getByRole("listitem").filter({ hasText: line.name });
    await expect(card.getByText("Open", { exact: true })).toBeVisible();
    await office.db.insert(scheduleOverrides).values({
      scheduleId: line.scheduleId,
      isOpen: false,
      reason: "fire drill",
      setByName: "Olive Alder",
    });
    await page.clock.fastForward("01:01");
    await expect(card.getByText("Closed", { exact: true })).toBeVisible();
    await expect(card).toContainText("fire drill");
  });
});

test("more numbers than fit are a page away", async ({ page, signedInAs, office }) => {
  // Before the numbers of other tests, which may be pages of them: what does not fit is at the top of the next page.
  const branch = `0 ${randomUUID()}`;
  await office.db
    .insert(phoneNumbers)
    .values(
      Array.from({ length: 60 }, (_, index) => ({ number: anyNumber(), friendlyName: `${branch} ${index}` })),
    );
  await signedInAs("staff");
  await page.goto("/");
  await page.getByRole("link", { name: "More numbers" }).click();
  await expect(page.getByRole("link", { name: "First numbers" })).toBeVisible();
  await expect(page.getByRole("heading", { name: branch }).first()).toBeVisible();
});

test("a page takes as many statements for sixty numbers as for one", async ({ page, signedInAs, office }) => {
  await signedInAs("staff");
  await page.goto("/");
  const statementsFor = async (path: string) => {
    office.database.takeRequests();
    await page.goto(path);
    return office.database.takeRequests().flatMap(({ statements }) => statements).length;
  };
  // Who is signed in is one; the lines are another, and what needs a look.
  expect(await statementsFor("/")).toBe(3);
  // The firm, the messages, whom they can be given to, and who of these is asking.
  expect(await statementsFor("/voicemails")).toBe(5);
  await office.db
    .insert(phoneNumbers)
    .values(Array.from({ length: 60 }, (_, index) => ({ number: anyNumber(), friendlyName: `zz ${index}` })));
  expect(await statementsFor("/")).toBe(3);
});
