import { stringify } from "csv-stringify/sync";
import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import type { Temporal } from "temporal-polyfill";
import type { ListedCall } from "@/db/queries/calls/list-calls";
import { resultInWords } from "../result-in-words";

const headings = [
  "Time",
  "Caller",
  "Caller's name",
  "Number called",
  "Line",
  "Result",
  "Taken by",
  "Taken at",
  "Why",
  "Action",
  "Status",
  "Seconds",
  "CallSid",
];

/** Excel reads UTF-8 only behind this mark. */
const byteOrderMark = "\uFEFF";

export const headingLine = (): string => byteOrderMark + lines([headings]);

/** Calls as lines of a CSV file. Cells that a spreadsheet would take for a formula are escaped (OWASP, "CSV Injection"). */
export function callLines(
  calls: readonly ListedCall[],
  { timeZone, now }: { timeZone: string; now: Temporal.Instant },
): string {
  const time = (instant: Temporal.Instant | null) =>
    instant?.toZonedDateTimeISO(timeZone).toString({ timeZoneName: "never", smallestUnit: "second" }) ?? null;
  return lines(
    calls.map((call) => [
      time(call.receivedAt),
      numberForCell(call.from),
      call.fromName,
      numberForCell(call.to),
      call.lineName,
      resultInWords(call, now),
      call.answeredByName && numberForCell(call.answeredByName),
      time(call.answeredAt),
      call.reason,
      call.actionName,
      call.status,
      call.durationSeconds,
      call.sid,
    ]),
  );
}

/**
 * "(+1) 212 555 0142": with its plus sign first a spreadsheet would take it for a sum, and without any sign for a number
 * that it shows as 1.21E+10.
 */
const numberForCell = (text: string): string =>
  parsePhoneNumberFromString(text)
    ?.formatInternational()
    .replace(/^\+(\d+) ?/, "(+$1) ") ?? text;

/** The one sign of OWASP's list that csv-stringify lets pass: some spreadsheets read on behind it. */
const escapeLineFeed = (text: string): string => (text.startsWith("\n") ? `'${text}` : text);

const lines = (rows: readonly (readonly (string | number | null)[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { escape_formulas: true, cast: { string: escapeLineFeed }, record_delimiter: "windows" },
  );
