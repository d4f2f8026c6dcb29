import { afterAll, beforeAll, expect, it } from "vitest";
import { applyMigrations } from "../apply-migrations";
import { connect, type Database } from "../client";
import { type EmbeddedDatabase, startEmbeddedDatabase } from "../embedded/start";
import { ownMigrations } from "../migrate-to-latest";

/** A log that was written before its calls had results: 0005 works them out once, as reading it did until then. */

let server: EmbeddedDatabase;
let sql: Database["$client"];
beforeAll(async () => {
  server = await startEmbeddedDatabase();
  sql = connect(server).$client;
});
afterAll(() => server.close());

const sid = (name: string) => `CA${name.padStart(32, "0")}`;

async function insertCall(
  name: string,
  { reasonCode = "open", isEnded = true }: { reasonCode?: string; isEnded?: boolean } = {},
  events: { kind: string; second: number; detail?: object }[] = [],
) {
  await sql.query(
    `insert into calls (sid, from_number, to_number, received_at, reason_code, reason, ended_at)
     values ($1, '+14155550123', '+12125550100', '2026-11-20T15:00:00Z', $2, 'Open', $3)`,
    [sid(name), reasonCode, isEnded ? "2026-11-20T15:02:00Z" : null],
  );
  for (const { kind, second, detail = {} } of events) {
    await sql.query(
      `insert into call_events (call_sid, step_key, kind, at, words, detail)
       values ($1, $2, $3, timestamptz '2026-11-20T15:00:00Z' + $4::int * interval '1 second', '', $5)`,
      [sid(name), kind === "answer" ? "entry" : `${kind}:${second}`, kind, second, JSON.stringify(detail)],
    );
  }
}

it("gives the calls of an older log their results, and who took them", async () => {
  const all = ownMigrations();
  const before = all.slice(
    0,
    all.findIndex(({ name }) => name === "0006_log_of_calls"),
  );
  await applyMigrations(sql, before);
  const entry = { kind: "answer", second: 0 };
  const untaken = { kind: "after-dial", second: 20, detail: { isTaken: false, durationSeconds: 0 } };
  await insertCall("a", {}, [
    entry,
    { kind: "screened", second: 9, detail: { isTaken: true, name: "Ana", number: "+12125550142" } },
    { kind: "after-dial", second: 60, detail: { isTaken: true, durationSeconds: 55 } },
  ]);
  await insertCall("b", {}, [
    entry,
    { kind: "after-dial", second: 60, detail: { isTaken: true, durationSeconds: 50 } },
  ]);
  await insertCall("c", {}, [entry, untaken]);
  await insertCall("d", {}, [untaken]);
  await sql.query(
    `insert into voicemails (call_sid, recording_sid, recording_url, duration_seconds, left_at)
     values ($1, $2, 'https://api.twilio.com/x', 7, now())`,
    [sid("d"), `RE${"0".repeat(32)}`],
  );
  await insertCall("e", { reasonCode: "callerBlocked" }, [entry]);
  await insertCall("f", {}, [entry]);
  await insertCall("1", { reasonCode: "recordLost" });
  await insertCall("2", { isEnded: false }, [entry]);

  await applyMigrations(sql, all);
  const rows = await sql.query(
    `select right(sid, 1) as name, result, answered_by_name as by, known_from as known,
       extract(epoch from answered_at - received_at)::int as after
     from calls order by sid`,
  );
  expect(rows.map(({ name, ...row }) => [name, ...Object.values(row)])).toEqual([
    ["1", "told", null, "status", null],
    ["2", null, null, "entry", null],
    ["a", "answered", "Ana", "entry", 9],
    ["b", "answered", null, "entry", 10],
    ["c", "missed", null, "entry", null],
    ["d", "voicemail", null, "step", null],
    ["e", "rejected", null, "entry", null],
    ["f", "told", null, "entry", null],
  ]);
  // 0009 gives a voicemail its caller, by whom it is found.
  expect(await sql.query("select from_number, from_name from voicemails")).toEqual([
    { from_number: "+14155550123", from_name: null },
  ]);
});
