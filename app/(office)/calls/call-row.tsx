import type { Route } from "next";
import type { Temporal } from "temporal-polyfill";
import { NearLink } from "@/app/_components/near-link";
import { WholeNumbers } from "@/app/_components/whole-numbers";
import { describeCaller } from "@/app/_format/describe-caller";
import { instantInWords } from "@/app/_format/instant-in-words";
import { lengthInWords } from "@/app/_format/length-in-words";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { timeWriter } from "@/app/_format/wall-time";
import type { ListedCall } from "@/db/queries/calls/list-calls";
import type { Firm } from "@/db/queries/firm/get-firm";
import { rewriteRecordedTimes } from "@/lib/schedule/rewrite-recorded-times";
import { ResultChip } from "./result-chip";

interface CallRowProps {
  call: ListedCall;
  firm: Firm;
  now: Temporal.Instant;
  locale: string;
}

export function CallRow({ call, firm, now, locale }: CallRowProps) {
  const { sid, from, fromName, to, lineName, receivedAt, reason, actionName, answeredByName } = call;
  const when = instantInWords(receivedAt, { now, timeZone: firm.timeZone, locale });
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-5 py-4">
      <div className="min-w-0 flex-1 basis-64">
        <NearLink
          href={`/calls/${sid}` as Route}
          className="font-medium text-accent-soft-foreground underline wrap-anywhere"
        >
          <WholeNumbers>{describeCaller(from, fromName, firm.country)}</WholeNumbers>
          <span className="sr-only">, {when}</span>
        </NearLink>
        <p className="flex flex-wrap gap-x-4 text-sm text-muted">
          <span className="wrap-anywhere">
            <WholeNumbers>{lineName ?? formatPhoneNumber(to, firm.country)}</WholeNumbers>
          </span>
          <time dateTime={receivedAt.toString()}>{when}</time>
          {call.durationSeconds !== null && (
            <span>
              <span className="sr-only">Length </span>
              {lengthInWords(call.durationSeconds)}
            </span>
          )}
        </p>
        <p className="text-sm wrap-anywhere">
          {rewriteRecordedTimes(reason, timeWriter(locale))}
          {actionName && <>: {actionName}</>}
          {answeredByName && (
            <>
              , taken by <WholeNumbers>{formatPhoneNumber(answeredByName, firm.country)}</WholeNumbers>
            </>
          )}
        </p>
      </div>
      <ResultChip call={call} now={now} />
    </li>
  );
}
