import { answerAfterDial } from "@/lib/call/after-dial";
import { answerAfterName } from "@/lib/call/after-name";
import { answerAfterRecord } from "@/lib/call/after-record";
import { answerInWords } from "@/lib/call/answer-in-words";
import { fallbackUrlOn, lastResort } from "@/lib/call/answers";
import { type AnybodyChosen, anybodyChosen } from "@/lib/call/anybody-chosen";
import { answerDirectory } from "@/lib/call/directory";
import { answerExtension } from "@/lib/call/extension";
import { answerGo } from "@/lib/call/go";
import { answerMenu } from "@/lib/call/menu";
import { type CallPreview, previewCall } from "@/lib/call/preview-call";
import { type Moment, mentions } from "@/lib/call/render-action";
import type { CallAction, Reached } from "@/lib/call/setup";
import { hasGoneOnTooLong, type Step } from "@/lib/call/step";
import { TemplateFault } from "@/lib/template/template-fault";
import { interpretTwiml } from "@/lib/twiml/interpret-twiml";
import { type RungPhone, ringsIn } from "./rings-in";
import { type Way, waysOnward } from "./ways-onward";

/** One answer of ours on the way of a call, and when it comes to it. */
export interface Chapter {
  /** "If nobody takes the call"; null for the first. */
  when: string | null;
  /** Null for an answer of the engine's own. */
  action: Pick<CallAction, "id" | "name"> | null;
  preview: CallPreview;
  rings: RungPhone[];
}

export interface StoryContext {
  moment: Moment;
  /** Every action that the call can come to. */
  actions: readonly CallAction[];
  /** Rung when an answer cannot be made (E.164), or null. */
  fallbackNumber: string | null;
  formatNumber: (number: string) => string;
}

/** Whoever tries a call reads no longer than this. */
const mostChapters = 20;

/**
 * What becomes of a call that an action answers: each of our answers in the order in which a caller may come to it, made
 * by the functions that answer Twilio. A way that has been told already is not told again.
 */
export function tellStory(first: CallAction, context: StoryContext): Chapter[] {
  const chapters: Chapter[] = [];
  const told = new Set<string>();

  const giveUp = (when: string, moment: Moment): void => {
    chapters.push({ when, action: null, preview: fallBack(context, moment), rings: [] });
  };

  const tell = (when: string | null, answer: Answer): void => {
    const { action, isOwnWord, preview, moment } = answer;
    if (chapters.length >= mostChapters) return;
    const rings = ringsIn(preview.twiml, action);
    chapters.push({ when, action: isOwnWord ? action : null, preview, rings });
    if (preview.twiml === null) {
      giveUp("So the fallback takes over", moment);
      return;
    }
    for (const way of waysOnward(preview.twiml, moment.origin)) {
      if (!isAsking(way.kind)) {
        follow(way, action);
        continue;
      }
      if (way.kind === "menu") for (const choice of choicesOf(way, action, moment)) follow(choice, action);
      const chosen = action && anybodyChosen(action);
      if (chosen) tellOnce(chosen, way, moment);
      follow({ ...way, when: givenUp[way.kind], step: { ...way.step, round: lastRound } }, action);
    }
  };

  /** Somebody may be chosen in several ways at once: by extension here, by name there. */
  const tellOnce = ({ when, action }: AnybodyChosen, { step }: Way, moment: Moment): void => {
    const key = `chosen ${step.actionId}`;
    if (told.has(key)) return;
    told.add(key);
    tell(when, render(action, context, { ...moment, round: 1, idleSteps: 0 }, []));
  };

  const follow = ({ when, step, kind }: Way, action: CallAction | null): void => {
    // People who are rung one after another are as many rings.
    const key = `${kind} ${step.actionId} ${step.position} ${step.turn} ${step.round} ${when}`;
    if (told.has(key)) return;
    told.add(key);
    const moment = momentOf(step, context.moment);
    if (hasGoneOnTooLong(step)) {
      giveUp("After so many steps the fallback takes over", moment);
      return;
    }
    const target = kind === "go" ? context.actions.find(({ id }) => id === step.actionId) : undefined;
    if (target) {
      tell(when, render(target, context, moment, []));
      return;
    }
    const twiml = answerStep(kind, step, action, moment);
    if (twiml === null) {
      giveUp(`${when}: it cannot be spoken, so the fallback takes over`, moment);
      return;
    }
    const [onward, ...others] = waysOnward(twiml, moment.origin);
    // An answer that only sends the call on is the beginning of the next chapter.
    const [only, more] = interpretTwiml(twiml).steps;
    if (onward && others.length === 0 && only?.kind === "redirect" && !more) {
      follow({ ...onward, when }, action);
      return;
    }
    const { sentences } = answerInWords(twiml, action, moment, context.formatNumber);
    const isOwnWord = action !== null && isFromTemplate(kind, action, twiml);
    const preview = { twiml, sentences, faults: [], notes: [] };
    tell(when, { action, isOwnWord, moment, preview });
  };

  tell(null, render(first, context, context.moment, context.actions));
  return chapters;
}

interface Answer {
  /** At which the call is. */
  action: CallAction | null;
  /** Whether the answer is made from the action's template, or is the engine's. */
  isOwnWord: boolean;
  moment: Moment;
  preview: CallPreview;
}

const render = (
  action: CallAction,
  { formatNumber }: StoryContext,
  moment: Moment,
  others: readonly CallAction[],
): Answer => ({
  action,
  isOwnWord: true,
  moment,
  preview: previewCall(action, others, moment, formatNumber),
});

function fallBack({ fallbackNumber, formatNumber }: StoryContext, moment: Moment): CallPreview {
  const twiml = lastResort(fallbackNumber, fallbackUrlOn(moment.origin), moment.firm);
  const { sentences } = answerInWords(twiml, null, moment, formatNumber);
  return { twiml, sentences, faults: [], notes: [] };
}

/** Whether an answer is made from the action's template once more, and is not the engine's own. */
function isFromTemplate(kind: Way["kind"], action: CallAction, twiml: string): boolean {
  if (kind === "after-record") return mentions(action, "recorded");
  return kind === "after-name" || (kind === "after-dial" && ringsIn(twiml, action).length > 0);
}

/** What follows when there is no action to go on to, a ring is over, or a message is left; null where a template fails. */
function answerStep(kind: Way["kind"], step: Step, action: CallAction | null, moment: Moment): string | null {
  try {
    switch (kind) {
      case "menu":
        return answerMenu(step, nothingChosen, action, nobodyFound, moment).twiml;
      case "extension":
        return answerExtension(step, "", action, nobodyFound, moment).twiml;
      case "directory":
        return answerDirectory(step, "", action, nobodyFound, moment).twiml;
      case "go":
        return answerGo(step, null, moment.firm, moment).twiml;
      case "after-dial":
        return answerAfterDial(step, nobodyAnswered, action, moment).twiml;
      case "after-record":
        return answerAfterRecord(step, exampleMessage, action, moment).twiml;
      case "after-name":
        return answerAfterName(step, saidTheirName, action, moment).twiml;
    }
  } catch (error) {
    if (error instanceof TemplateFault) return null;
    throw error;
  }
}

/** Where each key of a menu leads. */
function choicesOf({ step }: Way, action: CallAction | null, moment: Moment): Way[] {
  const keys = (action?.targets ?? []).filter(
    ({ key, menuKey }) => key === step.position && menuKey !== null,
  );
  return keys.flatMap(({ menuKey, label }) => {
    const input = { digits: menuKey ?? "", speech: "" };
    const [onward] = waysOnward(answerMenu(step, input, action, nobodyFound, moment).twiml, moment.origin);
    return onward ? [{ ...onward, when: `If the caller presses ${menuKey} for ${label}` }] : [];
  });
}

const isAsking = (kind: Way["kind"]): kind is "menu" | "extension" | "directory" =>
  kind === "menu" || kind === "extension" || kind === "directory";

const givenUp = {
  menu: "If nothing is chosen in the end",
  extension: "If no extension is dialled in the end",
  directory: "If no name is chosen in the end",
} as const;

const lastRound = Number.MAX_SAFE_INTEGER;

const nothingChosen = { digits: "", speech: "" };

const nobodyFound: Reached = { people: [], directory: [] };

const nobodyAnswered = {
  status: "no-answer",
  isBridged: false,
  durationSeconds: null,
  hasCallerHungUp: false,
  legNumber: null,
};

const saidTheirName = { recordingUrl: null, hasCallerHungUp: false };

const exampleMessage = { recordingSid: "", recordingUrl: "", durationSeconds: 20 };

/** As the route of a step makes it. */
function momentOf(
  { trail, people, turn, order, round, idleSteps, totalSteps }: Step,
  moment: Moment,
): Moment {
  const place = { trail, people, turn, order, round, idleSteps, totalSteps };
  return { ...moment, ...place, names: null, recorded: false };
}
