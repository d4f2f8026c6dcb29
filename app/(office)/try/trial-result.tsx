import type { Temporal } from "temporal-polyfill";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { timeWriter } from "@/app/_format/wall-time";
import { originHere } from "@/app/_twilio/origin-here";
import type { Database } from "@/db/client";
import { findActionParts } from "@/db/queries/actions/find-action-parts";
import { type FoundLine, findLineSetup } from "@/db/queries/call-path/find-line-setup";
import type { TriedNumber } from "@/db/queries/configurations/find-tried-number";
import { answerInWords } from "@/lib/call/answer-in-words";
import { rejectCall } from "@/lib/call/answers";
import { blockingNumber } from "@/lib/call/caller";
import { decideCall } from "@/lib/call/decide";
import { settings } from "@/lib/env";
import { CallPreviewCard } from "../_preview/call-preview-card";
import { type Chapter, tellStory } from "./_story/tell-story";
import type { Trial } from "./read-trial";
import { TrialFacts } from "./trial-facts";

interface TrialResultProps extends Trial {
  db: Database;
  /** Called, E.164. */
  number: string;
  /** Null when it is none of ours. */
  tried: TriedNumber | null;
  now: Temporal.Instant;
  timeZone: string;
  locale: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

/** What becomes of a call: looked up, decided and answered as the webhook does it. */
export async function TrialResult(props: TrialResultProps) {
  const { db, number, tried, at } = props;
  const called = await findLineSetup(db, { called: number, caller: blockingNumber(props.caller), at });
  const found = asItStood(called, { tried, at });
  const caller = { ...props.caller, name: found.standing?.known?.name ?? props.caller.name };
  const decision = decideCall(found.setup, found.standing, at, timeWriter(props.locale));
  const chapters = await chaptersOf({ ...props, caller }, found, decision);
  return (
    <section aria-label="What would happen" className="mt-8 flex flex-col gap-5">
      <TrialFacts
        {...props}
        caller={caller}
        decision={decision}
        schedule={found.setup.configuration?.schedule ?? null}
        chapters={chapters}
      />
      {chapters.map(({ when, action, preview }, index) => (
        <CallPreviewCard
          // biome-ignore lint/suspicious/noArrayIndexKey: the story is told anew, or not at all.
          key={index}
          title={titleOf(when, action)}
          preview={preview}
        />
      ))}
    </section>
  );
}

/** Somebody's word that the office is open or closed has no beginning of its own: before it was given it did not hold. */
function asItStood(
  found: FoundLine,
  { tried, at }: { tried: TriedNumber | null; at: Temporal.Instant },
): FoundLine {
  const { configuration } = found.setup;
  const since = tried?.schedule?.overriddenSince;
  if (!configuration || !since || at.epochMilliseconds >= since.getTime()) return found;
  const schedule = { ...configuration.schedule, override: null };
  return { ...found, setup: { ...found.setup, configuration: { ...configuration, schedule } } };
}

async function chaptersOf(
  { db, number, caller, at, country }: TrialResultProps,
  { setup }: FoundLine,
  decision: ReturnType<typeof decideCall>,
): Promise<Chapter[]> {
  const origin = await originHere();
  const formatNumber = (e164: string) => formatPhoneNumber(e164, country);
  const line = setup.line ?? { number, name: setup.firm.name };
  if (decision.kind === "reject") {
    const twiml = rejectCall();
    const { sentences } = answerInWords(twiml, null, { origin, line }, formatNumber);
    return [{ when: null, action: null, preview: { twiml, sentences, faults: [], notes: [] }, rings: [] }];
  }
  const { action, configuration, reason } = decision;
  const { actions } = await findActionParts(db, {
    personIds: [],
    actionIds: [action.id],
    numbers: [],
    at,
  });
  return tellStory(action, {
    actions,
    formatNumber,
    fallbackNumber: setup.firm.fallbackNumber ?? settings().FALLBACK_PHONE_NUMBER ?? null,
    moment: {
      at,
      origin,
      firm: setup.firm,
      line,
      caller,
      configurationId: configuration.id,
      reasonCode: reason.code,
      trail: [],
      people: [],
      names: null,
      turn: 0,
      order: [],
      round: 1,
      recorded: false,
      named: false,
      refusedBy: [],
      asked: [],
      idleSteps: 0,
      totalSteps: 0,
    },
  });
}

function titleOf(when: string | null, action: Chapter["action"]): string {
  const name = action && `“${action.name}”`;
  if (when === null) return name ? `The call is answered: ${name}` : "The call is turned away";
  return name ? `${when}: ${name}` : when;
}
