import { Temporal } from "temporal-polyfill";
import { withReference } from "@/app/_faults/with-reference";
import type { Database } from "@/db/client";
import { type CallFilter, type CallPlace, listCalls } from "@/db/queries/calls/list-calls";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findSignedIn } from "@/lib/auth/require-staff";
import { logFault } from "@/lib/log";
import { callFilter, readTypedFilter } from "../call-filter";
import { callLines, headingLine } from "./call-lines";

const callsPerPart = 1000;

/** The calls of a filter as a CSV file, part by part as they are taken: a long log is never in memory as a whole. */
export const GET = withReference("calls.exportFailed", exportCalls);

async function exportCalls(request: Request): Promise<Response> {
  const signedIn = await findSignedIn();
  if (!signedIn) return new Response("Sign in first.\n", { status: 401 });
  const { db } = signedIn;
  const { timeZone } = await getFirm(db);
  const typed = readTypedFilter(Object.fromEntries(new URL(request.url).searchParams));
  const parts = csvParts(db, callFilter(typed, timeZone), timeZone);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        // The download breaks off, which the browser shows: a file that merely ended would look whole.
        logFault("calls.exportFailed", error);
        controller.error(error);
      }
    },
    async cancel() {
      await parts.return();
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="calls.csv"',
      "cache-control": "private, no-store",
    },
  });
}

async function* csvParts(db: Database, filter: CallFilter, timeZone: string): AsyncGenerator<string, void> {
  yield headingLine();
  const now = Temporal.Now.instant();
  let place: CallPlace = null;
  // To the last one: a file that ended early would look whole.
  for (;;) {
    const { calls, olderThan } = await listCalls(db, { filter, place, limit: callsPerPart });
    yield callLines(calls, { timeZone, now });
    if (!olderThan) return;
    place = { olderThan };
  }
}
