import { Card } from "@heroui/react/card";
import { Chip } from "@heroui/react/chip";
import type { Route } from "next";
import type { ReactNode } from "react";
import type { Temporal } from "temporal-polyfill";
import { NearLink } from "@/app/_components/near-link";
import { describeCaller } from "@/app/_format/describe-caller";
import { instantInWords } from "@/app/_format/instant-in-words";
import { listInWords } from "@/app/_format/list-in-words";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import type { TriedNumber } from "@/db/queries/configurations/find-tried-number";
import type { Decision } from "@/lib/call/decide";
import { nextChange } from "@/lib/schedule/next-change";
import { statusAt } from "@/lib/schedule/status-at";
import type { Schedule } from "@/lib/schedule/types";
import type { RungPhone } from "./_story/rings-in";
import type { Chapter } from "./_story/tell-story";
import type { Trial } from "./read-trial";

interface TrialFactsProps extends Trial {
  number: string;
  tried: TriedNumber | null;
  decision: Decision;
  /** As it stood at the moment of the call; null where nothing is active. */
  schedule: Schedule | null;
  chapters: readonly Chapter[];
  now: Temporal.Instant;
  timeZone: string;
  locale: string;
  country: string;
}

/** What a call comes to, and why. */
export function TrialFacts(props: TrialFactsProps) {
  const { number, tried, caller, at, decision, schedule, chapters, now, timeZone, locale, country } = props;
  const inWords = (instant: Temporal.Instant) => instantInWords(instant, { now, timeZone, locale });
  const formatted = formatPhoneNumber(number, country);
  const rings = chapters.flatMap((chapter) => chapter.rings);
  return (
    <Card className="gap-4 p-6">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="text-lg font-semibold wrap-anywhere">
          {decision.kind === "reject" ? "Turned away" : decision.action.name}
        </h2>
        <Chip
          color={decision.kind === "reject" ? "danger" : decision.isOpen ? "success" : "default"}
          variant="soft"
        >
          {decision.kind === "reject" ? "Rejected" : decision.isOpen ? "Open" : "Closed"}
        </Chip>
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-sm sm:gap-x-6">
        <Fact term="Why">{decision.reason.words}</Fact>
        <Fact term="When">{inWords(at)}</Fact>
        <Fact term="Caller">{describeCaller(caller.from, caller.name, country)}</Fact>
        <Fact term="Called">{tried ? `${tried.name}, ${formatted}` : formatted}</Fact>
        {decision.kind === "act" && (
          <>
            <Fact term="Configuration">{decision.configuration.name}</Fact>
            <Fact term="Would ring">{ringsInWords(rings, country, locale)}</Fact>
          </>
        )}
        {schedule && tried?.schedule && (
          <Fact term="Schedule">
            <NearLink
              href={`/schedules/${tried.schedule.id}` as Route}
              className="text-accent-soft-foreground underline"
            >
              {tried.schedule.name}
            </NearLink>
            , {scheduleInWords(schedule, at, inWords)}
          </Fact>
        )}
      </dl>
      {!at.equals(now) && (
        <p className="text-sm text-muted">
          With the schedules, actions and people as they are set now: whoever is away then but not yet marked
          so is still rung here.
        </p>
      )}
    </Card>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}

function scheduleInWords(
  schedule: Schedule,
  at: Temporal.Instant,
  inWords: (instant: Temporal.Instant) => string,
): string {
  const { isOpen } = statusAt(schedule, at);
  const change = nextChange(schedule, at);
  const state = isOpen ? "open" : "closed";
  if (!change) return `${state}, and never changes`;
  return `${state}; it ${change.isOpen ? "opens" : "closes"} ${inWords(change.at)}`;
}

/** Each once, those of the first answer first; a person's phones together. */
function ringsInWords(rings: readonly RungPhone[], country: string, locale: string): string {
  const parties = new Map<string, Set<string>>();
  for (const { name, number } of rings) {
    const key = name ?? formatPhoneNumber(number, country);
    parties.set(key, (parties.get(key) ?? new Set()).add(number));
  }
  if (parties.size === 0) return "Nobody";
  const words = [...parties].map(([key, numbers]) =>
    numbers.size > 1 ? `${key} (${numbers.size} phones)` : key,
  );
  return listInWords(words, locale);
}
