import { Card } from "@heroui/react/card";
import { Chip } from "@heroui/react/chip";
import type { Route } from "next";
import type { ReactNode } from "react";
import type { Temporal } from "temporal-polyfill";
import { NearLink } from "@/app/_components/near-link";
import { WholeNumbers } from "@/app/_components/whole-numbers";
import { formatTime } from "@/app/_format/format-time";
import { lengthInWords } from "@/app/_format/length-in-words";
import { timeWriter } from "@/app/_format/wall-time";
import type { ToldCall, ToldStep } from "@/db/queries/calls/find-call";
import { rewriteRecordedTimes } from "@/lib/schedule/rewrite-recorded-times";
import { zoneName } from "@/lib/schedule/zone-name";
import { phoneInWords, rangInWords, type StepMark, statusInWords, stepMark } from "./step-mark";

interface StoryProps {
  call: Pick<ToldCall, "receivedAt" | "endedAt" | "status" | "steps">;
  timeZone: string;
  /** ISO 3166-1 alpha-2: how numbers are written. */
  country: string;
  locale: string;
}

/** What happened on a call, from its first ring to its end: each step with its time and what it came to. */
export function Story({
  call: { receivedAt, endedAt, status, steps },
  timeZone,
  country,
  locale,
}: StoryProps) {
  const when = (at: Temporal.Instant) => (
    <time dateTime={at.toString()} className="tabular-nums">
      {formatTime(at.epochMilliseconds, locale, {
        ...(isMuchLater(at, receivedAt)
          ? { dateStyle: "medium", timeStyle: "short" }
          : { timeStyle: "medium" }),
        timeZone,
      })}
      {at.epochMilliseconds > receivedAt.epochMilliseconds &&
        !isMuchLater(at, receivedAt) &&
        ` (${laterInWords(at, receivedAt)})`}
    </time>
  );
  const line = (step: ToldStep) => (
    <Line key={step.id} when={when(step.at)} mark={stepMark(step)} action={<ActionOf step={step} />}>
      {rewriteRecordedTimes(step.words, timeWriter(locale))}
      {step.phone && (
        <span className="block text-muted">
          <WholeNumbers>{phoneInWords(step.phone, country)}</WholeNumbers>
        </span>
      )}
      {rangInWords(step) && <span className="block text-muted">{rangInWords(step)}</span>}
    </Line>
  );
  // Calling back is done about a call and not on it: it stands below the call's own end.
  const own = steps.filter(({ kind }) => kind !== "call-back");
  return (
    <Card className="h-fit p-5">
      <h2 className="text-base font-semibold">What happened</h2>
      <p className="mb-4 text-sm text-muted">Times are by the clock in {zoneName(timeZone)}.</p>
      <ol className="relative flex flex-col gap-5 border-s border-separator ps-5">
        {own.length === 0 && (
          <Line when={when(receivedAt)}>Only the end of this call was told to us: its steps are lost.</Line>
        )}
        {own.map(line)}
        {endedAt && (
          <Line when={when(endedAt)} isEnd>
            The call ended{status ? `: ${statusInWords(status).toLowerCase()}` : ""}
          </Line>
        )}
        {steps.filter((step) => !own.includes(step)).map(line)}
      </ol>
    </Card>
  );
}

interface LineProps {
  when: ReactNode;
  mark?: StepMark | null;
  action?: ReactNode;
  isEnd?: boolean;
  children: ReactNode;
}

function Line({ when, mark, action, isEnd, children }: LineProps) {
  return (
    <li className="relative">
      <span
        aria-hidden="true"
        className={`absolute top-1.5 -left-[1.6rem] size-2.5 rounded-full ${isEnd ? "bg-muted" : "bg-accent"}`}
      />
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm">
        <span className="min-w-0 wrap-anywhere">{children}</span>
        {mark && (
          <Chip size="sm" variant="soft" color={mark.color}>
            {mark.words}
          </Chip>
        )}
      </p>
      <p className="flex flex-wrap gap-x-3 text-xs text-muted">
        {when}
        {action}
      </p>
    </li>
  );
}

function ActionOf({ step: { actionId, actionName } }: { step: ToldStep }) {
  if (!actionName) return null;
  return (
    <span className="wrap-anywhere">
      {actionId ? (
        <NearLink href={`/actions/${actionId}` as Route} className="underline">
          {actionName}
        </NearLink>
      ) : (
        `${actionName} (deleted)`
      )}
    </span>
  );
}

const secondsOfHour = 3600;

const isMuchLater = (at: Temporal.Instant, start: Temporal.Instant): boolean =>
  start.until(at).total("seconds") >= secondsOfHour;

/** How long after the call came in: seconds at first, then as a clock shows them. */
function laterInWords(at: Temporal.Instant, start: Temporal.Instant): string {
  const seconds = Math.round((at.epochMilliseconds - start.epochMilliseconds) / 1000);
  return seconds < 60 ? `${seconds} s later` : `${lengthInWords(seconds)} later`;
}
