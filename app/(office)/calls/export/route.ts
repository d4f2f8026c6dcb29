import { stringify } from "csv-stringify/sync";
import type { Database } from "@/db/client";
import { type CallCursor, type CallFilter, listCalls } from "@/db/queries/calls/list-calls";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findSignedIn } from "@/lib/auth/require-staff";
import { callFilter, readTypedFilter } from "../call-filter";
import { resultWords } from "../result-chip";

const rowsPerPart = 1000;
/** A spreadsheet takes no more than about a million. */
const mostRows = 1_000_000;

const headings = [
  "Time",
  "Caller",
  "Caller's name",
  "Number called",
  "Line",
  "Result",
  "Taken by",
  "Why",
  "Action",
  "Status",
  "Seconds",
  "CallSid",
];

/**
 * The calls of a filter as a CSV file, part by part, so that a long log is never in memory as a whole. Cells that a
 * spreadsheet would take for a formula are escaped (OWASP, "CSV Injection").
 */
export async function GET(request: Request): Promise<Response> {
  const signedIn = await findSignedIn();
  if (!signedIn) return new Response("Sign in first.\n", { status: 401 });
  const { db } = signedIn;
  const { timeZone } = await getFirm(db);
  const typed = readTypedFilter(Object.fromEntries(new URL(request.url).searchParams));
  const parts = csvParts(db, callFilter(typed, timeZone), timeZone);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
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

async function* csvParts(db: Database, filter: CallFilter, timeZone: string): AsyncGenerator<string> {
  // Excel reads UTF-8 only behind this mark.
  yield `\uFEFF${lines([headings])}`;
  let before: CallCursor | null = null;
  for (let rows = 0; rows < mostRows; rows += rowsPerPart) {
    const { calls, next } = await listCalls(db, { filter, before, limit: rowsPerPart });
    yield lines(
      calls.map((call) => [
        call.receivedAt
          .toZonedDateTimeISO(timeZone)
          .toString({ timeZoneName: "never", smallestUnit: "second" }),
        call.from,
        call.fromName,
        call.to,
        call.lineName,
        resultWords[call.result],
        call.takenBy,
        call.reason,
        call.actionName,
        call.status,
        call.durationSeconds,
        call.sid,
      ]),
    );
    if (!next) return;
    before = next;
  }
}

const lines = (rows: readonly (readonly (string | number | null)[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true, record_delimiter: "windows" },
  );
