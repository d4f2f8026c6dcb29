import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, it } from "vitest";
import { personPhones, phoneNumbers, scheduleOverrides } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { anyNumber, makeAction, makeLine, makePerson } from "@/e2e/office/make-line";
import { makeVoicemail } from "@/e2e/office/make-voicemail";
import { listAttention } from "./list-attention";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const at = Temporal.Instant.from("2026-11-23T17:00:00Z");
const hoursBefore = (hours: number) => new Date(at.subtract({ hours }).epochMilliseconds);
const look = () => listAttention(database.db, at);

it("has nothing to say of an office where all is well", async () => {
  const { id } = await makePerson(database.db, "Ana Lima");
  const ring = await makeAction(database.db, "ring-one", { people: { people: [{ personId: id }] } });
  await makeLine(database.db, { openActionId: ring.id });
  expect(await look()).toEqual({
    newVoicemails: 0,
    degradedCalls: 0,
    numbersAtTwilio: [],
    forgottenOverrides: [],
    unreachable: [],
    goingRound: [],
  });
});

it("counts voicemails that nobody has heard", async () => {
  await makeVoicemail(database.db);
  expect((await look()).newVoicemails).toBe(1);
});

it("names a number whose settings at Twilio are not what is wanted", async () => {
  const settings = {
    voiceUrl: "https://example.com",
    voiceMethod: "POST",
    voiceFallbackUrl: "",
    voiceFallbackMethod: "POST",
    statusCallback: "",
    statusCallbackMethod: "POST",
    voiceApplicationSid: "",
    trunkSid: "",
  };
  const sid = (digit: string) => `PN${digit.repeat(32)}`;
  const add = (friendlyName: string, twilioSid: string, more: object) =>
    database.db.insert(phoneNumbers).values({ number: anyNumber(), friendlyName, twilioSid, ...more });
  await add("In step", sid("1"), { settingsWanted: settings, settingsConfirmed: { ...settings } });
  await add("Waiting", sid("2"), { settingsWanted: settings });
  await add("Not ours", sid("3"), { settingsConfirmed: settings });
  await add("Gone, and unused", sid("4"), { goneSince: hoursBefore(5) });
  // Its configuration came by an import, say, of which Twilio is not told.
  const untold = await makeLine(database.db);
  const untouched = { twilioSid: sid("5"), settingsConfirmed: settings, friendlyName: "Untold" };
  await database.db.update(phoneNumbers).set(untouched).where(eq(phoneNumbers.id, untold.phoneNumberId));
  expect((await look()).numbersAtTwilio).toMatchObject([
    { name: "Untold", hasActiveConfiguration: true },
    { name: "Waiting", hasActiveConfiguration: false },
  ]);
});

it("names a schedule that was closed by hand a day ago, until lifted, and no other", async () => {
  const [old, fresh, ending] = await Promise.all([1, 2, 3].map(() => makeLine(database.db)));
  const override = { isOpen: false, reason: "flood", setByName: "Olive Alder" };
  await database.db.insert(scheduleOverrides).values([
    { ...override, scheduleId: old?.scheduleId ?? "", setAt: hoursBefore(25) },
    { ...override, scheduleId: fresh?.scheduleId ?? "", setAt: hoursBefore(1) },
    { ...override, scheduleId: ending?.scheduleId ?? "", setAt: hoursBefore(25), until: hoursBefore(-24) },
  ]);
  expect((await look()).forgottenOverrides).toMatchObject([
    { id: old?.scheduleId, isOpen: false, setByName: "Olive Alder" },
  ]);
});

it("names people who cannot be reached, and people whose phone is a number that was bought later", async () => {
  const { id } = await makePerson(database.db, "Ben Odell");
  await makeAction(database.db, "ring-one", { people: { people: [{ personId: id }] } });
  await database.db.update(personPhones).set({ isRung: false });
  // Who is only told of messages need have no phone.
  const { id: toldId } = await makePerson(database.db, "Dan Reed");
  await makeAction(database.db, "voicemail", { notify: { people: [{ personId: toldId }] } });
  const bought = anyNumber();
  const { id: roundId } = await makePerson(database.db, "Chloe Marsh", { numbers: [bought] });
  await database.db.insert(phoneNumbers).values({ number: bought, friendlyName: "Bought later" });
  const { unreachable, goingRound } = await look();
  expect(unreachable.map(({ name }) => name)).toEqual(["Ana Lima", "Ben Odell"]);
  expect(goingRound).toEqual([{ id: roundId, name: "Chloe Marsh" }]);
});
