import { readFileSync } from "node:fs";
import { gte } from "drizzle-orm";
import { calls } from "@/db/schema";
import type { BenchOffice } from "./bench-office";
import type { Contender } from "./contenders";
import { type Load, putUnderLoad } from "./load";

export interface Slice extends Load {
  /** Milliseconds of processor time a request; null where the system does not tell. */
  cpu: { app: number | null; database: number | null };
}

/** More calls than one machine answers in a second. */
const mostPerSecond = 3000;
const patienceMilliseconds = 60_000;

/**
 * Puts the app under one contender's load for a time. A slice of calls is over when the last of them is in the log, so
 * that writing it is part of what is measured.
 */
export async function runSlice(
  { db, app, databasePid }: Pick<BenchOffice, "db" | "app" | "databasePid">,
  contender: Contender,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Slice> {
  const { isLogged } = contender;
  const requests = await contender.prepare(isLogged ? mostPerSecond * seconds : 1);
  const next = () => {
    // A call is in the log once, however often it is asked about; of the others one does for all.
    const request = isLogged ? requests.pop() : requests[0];
    if (!request) throw new Error(`The bench ran out of requests: ${contender.name}.`);
    return request;
  };
  const since = new Date();
  const before = { app: cpuOf(app.pid), database: cpuOf(databasePid) };
  const started = performance.now();
  const load = await putUnderLoad(next, { connections, seconds, url: requests[0]?.url ?? app.baseUrl });
  if (isLogged) {
    const giveUpAt = performance.now() + patienceMilliseconds;
    while ((await db.$count(calls, gte(calls.receivedAt, since))) < load.requests) {
      if (performance.now() > giveUpAt) throw new Error("Calls were answered that never reached the log.");
    }
  }
  const spent = (pid: number | null, from: number | null) => {
    const until = cpuOf(pid);
    return until === null || from === null ? null : (until - from) / load.requests;
  };
  return {
    ...load,
    seconds: (performance.now() - started) / 1000,
    cpu: { app: spent(app.pid, before.app), database: spent(databasePid, before.database) },
  };
}

export const rate = ({ requests, seconds }: Load): number => requests / seconds;

/** Milliseconds of processor time that a process has used, where Linux tells it: in hundredths of a second. */
function cpuOf(pid: number | null): number | null {
  if (pid === null || process.platform !== "linux") return null;
  // The second field is a name in brackets, which may hold spaces. Source: proc_pid_stat(5), utime and stime.
  const [, fields = ""] = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ");
  const [userTicks, systemTicks] = fields.split(" ").slice(11, 13).map(Number);
  return ((userTicks ?? Number.NaN) + (systemTicks ?? Number.NaN)) * 10;
}
