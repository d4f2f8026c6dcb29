import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { recordCall } from "@/db/queries/call-path/record-call";
import { calls, knownCallers, staffUsers, voicemails } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { makeAction, makeLine, makePerson } from "@/e2e/office/make-line";
import { makeVoicemail } from "@/e2e/office/make-voicemail";
import { sid } from "@/e2e/twilio/twilio";
import { messageLeft } from "@/lib/call/after-record";
import { reasonFromCode } from "@/lib/call/reason";
import { step } from "@/lib/call/testing/example-call";
import { findAssignee } from "./find-assignee";
import { findVoicemail } from "./find-voicemail";
import { keepTranscript } from "./keep-transcript";
import { listVoicemails, type VoicemailCursor, type VoicemailFilter } from "./list-voicemails";
import { markVoicemailHeard, markVoicemailNew } from "./mark-voicemail";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => database.db.delete(voicemails));

const inbox: VoicemailFilter = { state: "inbox", assignedToId: null, words: "" };
const list = (before: VoicemailCursor | null = null, limit = 50, filter: Partial<VoicemailFilter> = {}) =>
  listVoicemails(database.db, { filter: { ...inbox, ...filter }, before, limit });
const nobody = "0b0e4a5e-8f43-4ff6-9c1f-2f1f6f0c9a11";

describe("findAssignee", () => {
  it("finds one person, and nobody by an id of none", async () => {
    const { id, name } = await makePerson(database.db, "Ana Lima");
    expect(await findAssignee(database.db, id)).toEqual({ id, name });
    expect(await findAssignee(database.db, nobody)).toBeNull();
  });
});

describe("listVoicemails", () => {
  it("tells who called which line, when and for how long, the newest first", async () => {
    const line = await makeLine(database.db);
    const older = await makeVoicemail(database.db, { leftAt: new Date("2026-11-22T08:00:00.123Z") });
    const newer = await makeVoicemail(database.db, {
      to: line.number,
      leftAt: new Date("2026-11-23T08:00:00Z"),
    });
    const { voicemails: listed, next } = await list();
    expect(listed).toMatchObject([
      {
        id: newer.id,
        from: newer.from,
        lineName: line.name,
        to: line.number,
        durationSeconds: 42,
        isHeard: false,
      },
      { id: older.id, lineName: null },
    ]);
    expect(listed[1]?.leftAt.toString()).toBe("2026-11-22T08:00:00.123Z");
    expect(next).toBeNull();
  });

  it("walks through pages without losing or repeating one, though many are of the same millisecond", async () => {
    const leftAt = new Date("2026-11-22T08:00:00.5Z");
    const made = await Promise.all(Array.from({ length: 7 }, () => makeVoicemail(database.db, { leftAt })));
    const seen: string[] = [];
    let before: VoicemailCursor | null = null;
    do {
      const page = await list(before, 3);
      seen.push(...page.voicemails.map(({ id }) => id));
      before = page.next;
    } while (before);
    expect(seen.toSorted()).toEqual(made.map(({ id }) => id).toSorted());
  });
});

describe("the filters of the inbox", () => {
  const idsOf = async (filter: Partial<VoicemailFilter>) =>
    (await list(null, 50, filter)).voicemails.map(({ id }) => id).toSorted();

  it("tell new from heard, and the archive from the rest", async () => {
    const [fresh, heard, archived] = await Promise.all([1, 2, 3].map(() => makeVoicemail(database.db)));
    const set = (of: typeof fresh, values: Partial<typeof voicemails.$inferInsert>) =>
      database.db
        .update(voicemails)
        .set(values)
        .where(eq(voicemails.id, of?.id ?? ""));
    await set(heard, { heardAt: new Date() });
    await set(archived, { archivedAt: new Date() });
    expect(await idsOf({})).toEqual([fresh?.id, heard?.id].toSorted());
    expect(await idsOf({ state: "new" })).toEqual([fresh?.id]);
    expect(await idsOf({ state: "archived" })).toEqual([archived?.id]);
  });

  it("find what is somebody's", async () => {
    const ana = await makePerson(database.db, "Ana Lima");
    const { id } = await makeVoicemail(database.db, { assignedToId: ana.id });
    await makeVoicemail(database.db);
    expect(await idsOf({ assignedToId: ana.id })).toEqual([id]);
    expect((await list()).voicemails.map((one) => one.assignedToName).toSorted()).toEqual(["Ana Lima", null]);
  });

  it("find words in what was said, in the note and in the caller, as the firm knows them", async () => {
    const said = await makeVoicemail(database.db, { transcription: "The invoice is 100% wrong" });
    const noted = await makeVoicemail(database.db, { note: "Sent a new invoice" });
    const known = await makeVoicemail(database.db, { from: "+12125550171" });
    await database.db.insert(knownCallers).values({ number: known.from, name: "Sam Reed" });
    expect(await idsOf({ words: "INVOICE" })).toEqual([said.id, noted.id].toSorted());
    expect(await idsOf({ words: "100%" })).toEqual([said.id]);
    expect(await idsOf({ words: "sam r" })).toEqual([known.id]);
    expect(await idsOf({ words: "(212) 555-0171" })).toEqual([known.id]);
    expect(await idsOf({ words: "2125550199" })).toEqual([]);
  });

  it("find the caller as the log comes to know them, told before the message or after it", async () => {
    const { id, callSid } = await makeVoicemail(database.db);
    expect(await idsOf({ words: "lovelace" })).toEqual([]);
    await database.db.update(calls).set({ fromName: "Ada Lovelace" }).where(eq(calls.sid, callSid));
    expect(await idsOf({ words: "lovelace" })).toEqual([id]);
  });

  it("find the caller of a message that was the first that was told of its call", async () => {
    const voicemail = {
      recordingSid: sid("RE"),
      recordingUrl: "https://api.twilio.com/r",
      durationSeconds: 9,
    };
    await recordCall(database.db, {
      callSid: sid("CA"),
      from: "+12125550188",
      fromName: "Zebulon Quartz",
      to: "+12125550100",
      at: Temporal.Instant.from("2026-11-23T08:00:00Z"),
      configurationId: null,
      configurationVersion: null,
      reason: reasonFromCode("recordLost"),
      degradedTo: null,
      event: messageLeft(step(), voicemail, null),
      voicemail,
    });
    const [listed] = (await list(null, 50, { words: "zebulon" })).voicemails;
    expect(listed?.from).toBe("+12125550188");
    expect((await list(null, 50, { words: "+1 (212) 555-0188" })).voicemails).toEqual([listed]);
  });
});

describe("findVoicemail", () => {
  it("tells all of one, and whether its action has messages written down", async () => {
    const action = await makeAction(database.db, "voicemail", { transcribe: { value: true } });
    const line = await makeLine(database.db);
    const { id, callSid } = await makeVoicemail(database.db, { to: line.number, actionId: action.id });
    expect(await findVoicemail(database.db, id)).toMatchObject({
      callSid,
      line: { id: line.phoneNumberId, name: line.name },
      action,
      isTranscribed: true,
      version: 1,
      assignedTo: null,
    });
    const other = await makeVoicemail(database.db);
    expect(await findVoicemail(database.db, other.id)).toMatchObject({
      line: null,
      action: null,
      isTranscribed: false,
    });
    expect(await findVoicemail(database.db, nobody)).toBeNull();
  });
});

describe("what Twilio tells of a message, in any order and any number of times", () => {
  const at = Temporal.Instant.from("2026-11-23T09:00:00Z");
  const message = () => {
    const [callSid, recordingSid] = [sid("CA"), sid("RE")];
    const recordingUrl = `https://api.twilio.com/${recordingSid}`;
    const voicemail = { recordingSid, recordingUrl, durationSeconds: 17 };
    const event = messageLeft(step({ kind: "recorded" }), voicemail, null);
    const call = { callSid, from: "unknown", fromName: null, to: "unknown", at, configurationId: null };
    const rest = { configurationVersion: null, reason: reasonFromCode("open"), degradedTo: null };
    const recorded = (more: object = {}) =>
      recordCall(database.db, { ...call, ...rest, event, voicemail, ...more });
    const logged = () =>
      recordCall(database.db, {
        ...call,
        ...rest,
        event: { ...event, stepKey: "transcript", kind: "transcribed" },
      });
    const transcribed = async (text: string) => {
      await logged();
      await keepTranscript(database.db, { recordingSid, recordingUrl, text, callSid, actionId: null, at });
    };
    const kept = () =>
      database.db
        .select({ seconds: voicemails.durationSeconds, text: voicemails.transcription })
        .from(voicemails)
        .where(eq(voicemails.recordingSid, recordingSid));
    return { recorded, transcribed, kept, recordingSid };
  };

  it("keeps one message with its text", async () => {
    const { recorded, transcribed, kept } = message();
    await recorded();
    await transcribed("Hello.");
    await recorded();
    await transcribed("Hello.");
    expect(await kept()).toEqual([{ seconds: 17, text: "Hello." }]);
  });

  it("keeps it though its text comes first, and learns its length later", async () => {
    const { recorded, transcribed, kept } = message();
    await transcribed("Hello.");
    expect(await kept()).toEqual([{ seconds: 0, text: "Hello." }]);
    await recorded();
    expect(await kept()).toEqual([{ seconds: 17, text: "Hello." }]);
  });

  it("keeps that there is no text, and never loses one to a failure that is told late", async () => {
    const { recorded, transcribed, kept } = message();
    await recorded();
    await transcribed("");
    expect(await kept()).toEqual([{ seconds: 17, text: "" }]);
    await transcribed("Hello.");
    await transcribed("");
    expect(await kept()).toEqual([{ seconds: 17, text: "Hello." }]);
  });

  it("does not bring back what somebody has deleted", async () => {
    const { recorded, transcribed, kept, recordingSid } = message();
    await recorded();
    await database.db.delete(voicemails).where(eq(voicemails.recordingSid, recordingSid));
    await recorded();
    await transcribed("Hello.");
    expect(await kept()).toEqual([]);
  });
});

describe("markVoicemailHeard", () => {
  const heardAt = async (id: string) =>
    (await database.db.select({ at: voicemails.heardAt }).from(voicemails).where(eq(voicemails.id, id)))[0]
      ?.at;
  const at = Temporal.Instant.from("2026-11-23T09:00:00Z");
  const makeUser = async (name: string) => {
    const user = { id: randomUUID(), name };
    await database.db.insert(staffUsers).values({ ...user, email: `${user.id}@example.com`, role: "staff" });
    return user;
  };

  it("keeps who heard it first, and when, until it is new again", async () => {
    const { id } = await makeVoicemail(database.db);
    const [ana, ben] = [await makeUser("Ana Lima"), await makeUser("Ben Odell")];
    expect(await markVoicemailHeard(database.db, { id, by: ana, at })).toBe(true);
    await markVoicemailHeard(database.db, { id, by: ben, at: at.add({ hours: 1 }) });
    expect((await findVoicemail(database.db, id))?.heardByName).toBe("Ana Lima");
    // As they are called now, and once they have left as they were called then.
    await database.db.update(staffUsers).set({ name: "Ana Reed" }).where(eq(staffUsers.id, ana.id));
    expect((await findVoicemail(database.db, id))?.heardByName).toBe("Ana Reed");
    await database.db.delete(staffUsers).where(eq(staffUsers.id, ana.id));
    expect((await findVoicemail(database.db, id))?.heardByName).toBe("Ana Lima");
    expect((await heardAt(id))?.toISOString()).toBe("2026-11-23T09:00:00.000Z");
    expect((await list()).voicemails[0]?.isHeard).toBe(true);
    expect(await markVoicemailNew(database.db, id)).toBe(true);
    expect(await findVoicemail(database.db, id)).toMatchObject({ heardAt: null, heardByName: null });
  });

  it("says so when there is no such voicemail", async () => {
    const by = await makeUser("Ana Lima");
    expect(await markVoicemailHeard(database.db, { id: nobody, by, at })).toBe(false);
    expect(await markVoicemailNew(database.db, nobody)).toBe(false);
  });
});
