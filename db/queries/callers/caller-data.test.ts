import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { constraintOf } from "@/db/errors";
import { blockedCallers, callEvents, calls, outgoingCalls, textBacks, voicemailNotices } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { anyNumber } from "@/e2e/office/make-line";
import { makeVoicemail } from "@/e2e/office/make-voicemail";
import { deleteCallerData, moreWasRecorded } from "./delete-caller-data";
import { findCallerData, recordingsOf } from "./find-caller-data";

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

const spokenName = `RE${"5".repeat(32)}`;

/** Somebody of whom there is everything. */
async function makeCaller(): Promise<string> {
  const { db } = test;
  const { id: voicemailId, from } = await makeVoicemail(db);
  const { calls: made } = await findCallerData(db, from);
  const callSid = made[0]?.sid ?? "";
  await db.batch([
    db
      .update(calls)
      .set({ spokenNameUrl: `https://api.twilio.com/2010-04-01/Accounts/AC/Recordings/${spokenName}` })
      .where(eq(calls.fromNumber, from)),
    db
      .insert(callEvents)
      .values({ callSid, stepKey: "entry", kind: "entry", at: new Date(), words: "Closed" }),
    db.insert(voicemailNotices).values({ voicemailId, channel: "email", address: "ana@example.com" }),
    db.insert(blockedCallers).values({ number: from }),
    db.insert(textBacks).values({ number: from, day: "2026-11-22", callSid }),
    db.insert(outgoingCalls).values({ madeByName: "Olive", fromPhone: anyNumber(), toNumber: from, callSid }),
  ]);
  return from;
}

const nothing = {
  calls: [],
  voicemails: [],
  knownCaller: null,
  blockedCaller: null,
  texts: [],
  callBacks: [],
};

describe("a caller's data", () => {
  it("is found whole, and goes whole, and nobody else's with it", async () => {
    const number = await makeCaller();
    const { from: other } = await makeVoicemail(test.db);
    const theirs = await findCallerData(test.db, other);
    const data = await findCallerData(test.db, number);
    expect(data).toMatchObject({
      calls: [{ fromNumber: number, steps: [{ words: "Closed" }] }],
      voicemails: [{ notices: [{ address: "ana@example.com" }] }],
      blockedCaller: { number },
      texts: [{ day: "2026-11-22" }],
      callBacks: [{ madeByName: "Olive" }],
    });
    expect(recordingsOf(data)).toEqual([data.voicemails[0]?.recordingSid, spokenName]);
    await test.db.batch(deleteCallerData(test.db, { number, data, writtenAs: [] }));
    expect(await findCallerData(test.db, number)).toEqual(nothing);
    expect(await findCallerData(test.db, other)).toEqual(theirs);
    expect(await test.db.select().from(voicemailNotices)).toEqual([]);
  });

  it("stays as a whole when another message has been left, whose recording is still at Twilio", async () => {
    const number = await makeCaller();
    const data = await findCallerData(test.db, number);
    await makeVoicemail(test.db, { from: number });
    const before = await findCallerData(test.db, number);
    const deleting = test.db.batch(deleteCallerData(test.db, { number, data, writtenAs: [] }));
    await expect(deleting.catch(constraintOf)).resolves.toBe(moreWasRecorded);
    expect(await findCallerData(test.db, number)).toEqual(before);
  });
});
