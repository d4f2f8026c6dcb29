import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actions, knownCallers, phoneNumbers, voicemailNotices, voicemails } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { makeAction, makeLine, makePerson } from "@/e2e/office/make-line";
import { makeVoicemail } from "@/e2e/office/make-voicemail";
import { sid } from "@/e2e/twilio/twilio";
import { claimDueNotices } from "./claim-due-notices";
import { listNotices } from "./list-notices";
import { findPeopleToTell, listUntoldMessages } from "./list-people-to-tell";
import { planNotices } from "./plan-notices";
import {
  recordNoticeBegun,
  recordNoticeFailed,
  recordNoticeSent,
  recordNoticeUnsure,
} from "./record-outcome";

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());
beforeEach(() => test.db.delete(voicemails));

const at = Temporal.Instant.from("2026-11-23T12:00:00Z");
const inMinutes = (minutes: number) => at.add({ minutes });
const email = (address: string) => ({ channel: "email" as const, address, personId: null });
const claim = (minutes = 0, more: { limit?: number; recordingSid?: string } = {}) =>
  claimDueNotices(test.db, { at: inMinutes(minutes), limit: 10, ...more });

async function messageWithNotices(...addresses: string[]): Promise<{ id: string; recordingSid: string }> {
  const message = await makeVoicemail(test.db);
  await planNotices(test.db, { voicemailId: message.id, recipients: addresses.map(email), at });
  return message;
}

describe("whom a message's action names", () => {
  it("is told with what is needed to reach them, in order", async () => {
    const ana = await makePerson(test.db, "Ana Lima", {
      email: "ana@example.com",
      isToldByText: true,
      numbers: ["+12125550171", "+12125550172"],
    });
    const action = await makeAction(test.db, "voicemail", {
      notify: { people: [{ number: "+12125550173" }, { personId: ana.id }] },
    });
    const { id, recordingSid } = await makeVoicemail(test.db, { actionId: action.id });
    const found = await findPeopleToTell(test.db, { voicemailId: id });
    expect(found).toEqual({
      voicemailId: id,
      people: [
        {
          personId: null,
          name: null,
          email: null,
          isToldByEmail: false,
          isToldByText: false,
          numbers: ["+12125550173"],
        },
        {
          personId: ana.id,
          name: "Ana Lima",
          email: "ana@example.com",
          isToldByEmail: true,
          isToldByText: true,
          numbers: ana.numbers,
        },
      ],
    });
    expect(await findPeopleToTell(test.db, { recordingSid })).toEqual(found);
  });

  it("is nobody for people who are rung, and for a message without an action", async () => {
    const ana = await makePerson(test.db, "Ana Lima");
    const ring = await makeAction(test.db, "ring-one", { people: { people: [{ personId: ana.id }] } });
    const { id } = await makeVoicemail(test.db, { actionId: ring.id });
    const without = await makeVoicemail(test.db);
    expect(await findPeopleToTell(test.db, { voicemailId: id })).toBeNull();
    expect(await findPeopleToTell(test.db, { voicemailId: without.id })).toBeNull();
  });

  it("is listed for recent messages alone, and while nobody has been told", async () => {
    const action = await makeAction(test.db, "voicemail", {
      notify: { people: [{ number: "+12125550173" }] },
    });
    const { id } = await makeVoicemail(test.db, { actionId: action.id });
    const ago = (hours: number) => Temporal.Now.instant().subtract({ hours });
    const untold = async (recent: number, unchanged = recent) =>
      (await listUntoldMessages(test.db, { recent: ago(recent), unchanged: ago(unchanged) })).map(
        ({ voicemailId }) => voicemailId,
      );
    expect(await untold(1)).toEqual([id]);
    expect(await untold(-1)).toEqual([]);
    // One that has been lost for longer is told to those whom its action named then, and to nobody who was named since.
    const change = (hours: number) =>
      test.db
        .update(actions)
        .set({ updatedAt: new Date(ago(hours).epochMilliseconds) })
        .where(eq(actions.id, action.id));
    await change(1);
    expect(await untold(-1, 1)).toEqual([id]);
    await change(-1);
    expect(await untold(-1, 1)).toEqual([]);
    await planNotices(test.db, { voicemailId: id, recipients: [email("ana@example.com")], at });
    expect(await untold(1)).toEqual([]);
  });
});

describe("claimDueNotices", () => {
  it("gives each notice to one alone, however many ask at once", async () => {
    const addresses = Array.from({ length: 20 }, (_, place) => `p${place}@example.com`);
    await messageWithNotices(...addresses);
    const claims = await Promise.all(Array.from({ length: 8 }, () => claim(0, { limit: 5 })));
    const claimed = claims.flat().map(({ address }) => address);
    expect(claimed.toSorted()).toEqual(addresses.toSorted());
    expect(await claim()).toEqual([]);
  });

  it("tells all that a notice says", async () => {
    const line = await makeLine(test.db);
    await test.db.update(phoneNumbers).set({ canSms: true }).where(eq(phoneNumbers.id, line.phoneNumberId));
    const from = "+12125550179";
    await test.db.insert(knownCallers).values({ number: from, name: "Sam Reed" });
    const message = await makeVoicemail(test.db, {
      from,
      to: line.number,
      transcription: "Hello.",
      leftAt: new Date(0),
    });
    await planNotices(test.db, { voicemailId: message.id, recipients: [email("ana@example.com")], at });
    expect(await claim()).toEqual([
      {
        voicemailId: message.id,
        channel: "email",
        address: "ana@example.com",
        attempts: 1,
        message: {
          from,
          fromName: "Sam Reed",
          to: line.number,
          lineName: line.name,
          canLineText: true,
          leftAt: Temporal.Instant.from("1970-01-01T00:00:00Z"),
          durationSeconds: 42,
          transcription: "Hello.",
        },
        firm: { name: "Our office", country: "US", timeZone: "America/New_York" },
      },
    ]);
  });

  it("leaves what is planned twice as it is, and what is sent alone", async () => {
    const { id, recordingSid } = await messageWithNotices("ana@example.com");
    const [notice] = await claim(0, { recordingSid });
    if (!notice) throw new Error("It was not claimed.");
    await planNotices(test.db, { voicemailId: id, recipients: [email("ana@example.com")], at });
    expect(await claim()).toEqual([]);
    await recordNoticeSent(test.db, notice, at);
    expect(await claim(10_000)).toEqual([]);
    expect(await listNotices(test.db, id)).toMatchObject([
      { attempts: 1, nextAttemptAt: null, failure: null },
    ]);
  });

  it("gives out again what failed, when its time has come, and what was given up never", async () => {
    const { id } = await messageWithNotices("ana@example.com");
    const [notice] = await claim();
    if (!notice) throw new Error("It was not claimed.");
    await recordNoticeFailed(test.db, notice, { why: "Nobody home.", next: inMinutes(5) });
    expect(await claim(4)).toEqual([]);
    expect(await claim(5)).toMatchObject([{ attempts: 2 }]);
    await recordNoticeFailed(test.db, notice, { why: "Nobody home.", next: null });
    expect(await claim(10_000)).toEqual([]);
    expect(await listNotices(test.db, id)).toMatchObject([
      { attempts: 2, sentAt: null, nextAttemptAt: null, failure: "Nobody home." },
    ]);
  });

  it("gives out again what somebody claimed who then vanished", async () => {
    await messageWithNotices("ana@example.com");
    expect(await claim()).toHaveLength(1);
    expect(await claim(2)).toEqual([]);
    expect(await claim(3)).toMatchObject([{ attempts: 2 }]);
  });

  it("never gives out again what was begun by somebody who then vanished", async () => {
    const { id } = await messageWithNotices("ana@example.com");
    const [notice] = await claim();
    if (!notice) throw new Error("It was not claimed.");
    expect(await recordNoticeBegun(test.db, notice, at)).toBe(true);
    // The answer was lost, and it is told once more.
    expect(await recordNoticeBegun(test.db, notice, at)).toBe(true);
    expect(await claim(10_000)).toEqual([]);
    expect(await listNotices(test.db, id)).toMatchObject([
      { begunAt: at, nextAttemptAt: null, sentAt: null },
    ]);
    await recordNoticeUnsure(test.db, notice, "Nobody knows.");
    expect(await claim(10_000)).toEqual([]);
    expect(await listNotices(test.db, id)).toMatchObject([{ begunAt: at, failure: "Nobody knows." }]);
  });

  it("lets whoever was too slow begin nothing that somebody else has claimed since", async () => {
    await messageWithNotices("ana@example.com");
    const [slow] = await claim();
    const [next] = await claim(3);
    if (!slow || !next) throw new Error("It was not claimed.");
    expect(await recordNoticeBegun(test.db, slow, inMinutes(3))).toBe(false);
    expect(await recordNoticeBegun(test.db, next, inMinutes(4))).toBe(true);
    expect(await recordNoticeBegun(test.db, slow, inMinutes(5))).toBe(false);
  });

  it("gives out again what was begun and is known to have failed", async () => {
    await messageWithNotices("ana@example.com");
    const [notice] = await claim();
    if (!notice) throw new Error("It was not claimed.");
    await recordNoticeBegun(test.db, notice, at);
    await recordNoticeFailed(test.db, notice, { why: "Nobody home.", next: inMinutes(5) });
    const [again] = await claim(5);
    expect(again).toMatchObject({ attempts: 2 });
    expect(again && (await recordNoticeBegun(test.db, again, inMinutes(5)))).toBe(true);
  });

  it("claims those of one recording where it is asked for them", async () => {
    const mine = await messageWithNotices("ana@example.com");
    await messageWithNotices("ben@example.com");
    expect(await claim(0, { recordingSid: sid("RE") })).toEqual([]);
    expect(await claim(0, { recordingSid: mine.recordingSid })).toMatchObject([
      { address: "ana@example.com" },
    ]);
    expect(await claim()).toMatchObject([{ address: "ben@example.com" }]);
  });
});

it("notices go with the message that they tell of", async () => {
  const { id } = await messageWithNotices("ana@example.com");
  await test.db.delete(voicemails).where(eq(voicemails.id, id));
  expect(await test.db.select().from(voicemailNotices)).toEqual([]);
});
