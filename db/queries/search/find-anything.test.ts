import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blockedCallers, calls, invitations, knownCallers, phoneNumbers, staffUsers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import { makeLine, makePerson } from "@/e2e/office/make-line";
import { makeVoicemail } from "@/e2e/office/make-voicemail";
import { sid } from "@/e2e/twilio/twilio";
import type { StaffRole } from "@/lib/auth/roles";
import { findAnything } from "./find-anything";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await makePerson(database.db, "Ana 100% Lima", { numbers: ["+12125550171", "+41446681800"] });
  await makeLine(database.db);
});
afterAll(() => database.close());

const find = (search: string, role: StaffRole = "owner") => findAnything(database.db, { search, role });

describe("findAnything", () => {
  it.each(["ana", "LIMA", "100%", "(212) 555-0171", "668 18"])("finds a person by “%s”", async (search) => {
    expect(await find(search)).toMatchObject([{ kind: "person", name: "Ana 100% Lima", detail: null }]);
  });

  it.each(["100_", "Xavier", "+19995550000"])("finds nobody by “%s”", async (search) => {
    expect(await find(search)).toEqual([]);
  });

  it("finds each kind of thing that a call is made of", async () => {
    const kinds = async (search: string) => new Set((await find(search)).map(({ kind }) => kind));
    expect(await kinds("Configuration")).toContain("configuration");
    expect(await kinds("Hours")).toContain("schedule");
    expect(await kinds("say ")).toContain("action");
    expect(await kinds("Take a")).toContain("template");
    expect(await kinds("Line")).toContain("phoneNumber");
  });

  it("finds a known caller by name, note and number", async () => {
    await database.db
      .insert(knownCallers)
      .values({ number: "+14155550177", name: "Zelda Quint", note: "Landlord of the studio" });
    for (const search of ["quint", "landlord", "(415) 555-0177"]) {
      expect(await find(search)).toMatchObject([
        { kind: "knownCaller", name: "Zelda Quint", detail: "+14155550177" },
      ]);
    }
  });

  it("finds nothing that a role may not see", async () => {
    const email = "zebulon@example.com";
    await database.db.batch([
      database.db.insert(staffUsers).values({ email, name: "Zebulon Pike", role: "staff" }),
      database.db.insert(knownCallers).values({ number: "+14155550178", name: "Zebulon's mother" }),
      database.db.insert(blockedCallers).values({ number: "+14155550179", note: "Zebulon's uncle" }),
      database.db.insert(invitations).values({
        email: `invited.${email}`,
        role: "staff",
        tokenHash: "zebulon",
        expiresAt: new Date(Date.now() + 3_600_000),
      }),
    ]);
    const kinds = async (role: StaffRole) => (await find("zebulon", role)).map(({ kind }) => kind);
    expect(await kinds("staff")).toEqual([]);
    expect(await kinds("manager")).toEqual(["knownCaller", "blockedCaller"]);
    expect(await kinds("owner")).toEqual(["knownCaller", "blockedCaller", "staffUser", "invitation"]);
  });

  it("finds an invitation until it is accepted", async () => {
    const accepted = { email: "grace@example.org", role: "staff" as const, acceptedAt: new Date() };
    await database.db
      .insert(invitations)
      .values({ ...accepted, tokenHash: "grace", expiresAt: new Date(Date.now() + 3_600_000) });
    expect(await find("grace@")).toEqual([]);
  });

  it("finds the first five of a kind, in the order of their names", async () => {
    const names = Array.from({ length: 8 }, (_, index) => `Depot ${8 - index}`);
    await database.db
      .insert(phoneNumbers)
      .values(names.map((friendlyName, index) => ({ friendlyName, number: `+1666555000${index}` })));
    expect((await find("depot")).map(({ name }) => name)).toEqual(names.reverse().slice(0, 5));
  });
});

describe("findAnything in the log", () => {
  it("finds calls by the caller's number and name, by who took them and by SID, the newest first", async () => {
    const ben = await makePerson(database.db, "Ben Okri");
    const call = async (minute: number, more: Partial<typeof calls.$inferInsert>) => {
      const callSid = sid("CA");
      const receivedAt = new Date(Date.UTC(2026, 10, 23, 15, minute));
      await database.db.insert(calls).values({
        sid: callSid,
        fromNumber: "+16175550100",
        toNumber: "+12125550100",
        receivedAt,
        reasonCode: "open",
        reason: "Open",
        ...more,
      });
      return { kind: "call", id: callSid, at: receivedAt.getTime() };
    };
    const older = await call(1, { fromName: "Iris Murdoch" });
    const newer = await call(2, { fromName: "IRIS MURDOCH" });
    const taken = await call(3, { answeredById: ben.id, answeredByName: "Ben" });
    const ofCalls = async (search: string) =>
      (await find(search, "staff")).filter(({ kind }) => kind === "call");
    expect(await ofCalls("murdoch")).toMatchObject([newer, older]);
    expect(await ofCalls("okri")).toMatchObject([taken]);
    expect(await ofCalls("(617) 555-0100")).toMatchObject([taken, newer, older]);
    expect(await ofCalls(` ${older.id.toUpperCase()}`.trim())).toMatchObject([older]);
    expect(await ofCalls("ir")).toEqual([]);
  });

  it("finds voicemails by the caller's number, by what was said or noted, and by SID", async () => {
    const one = await makeVoicemail(database.db, {
      from: "+16465550123",
      transcription: "The tulips are late again",
      note: "For the florist",
    });
    for (const search of ["(646) 555-0123", "TULIPS", "florist", one.recordingSid]) {
      const found = (await find(search, "staff")).filter(({ kind }) => kind === "voicemail");
      expect(found).toMatchObject([{ id: one.id, name: one.from }]);
    }
  });
});
