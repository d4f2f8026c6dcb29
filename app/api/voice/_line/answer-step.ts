import { Temporal } from "temporal-polyfill";
import type { FoundStep } from "@/db/queries/call-path/find-step-setup";
import { NotLookedUp } from "@/lib/call/prompt";
import { reasonFromCode } from "@/lib/call/reason";
import { beginning, type Moment, withChosen } from "@/lib/call/render-action";
import type { CallSoFar, Reached, StepSetup } from "@/lib/call/setup";
import { hasGoneOnTooLong, parseStep, type Step, type StepKind } from "@/lib/call/step";
import { type StepAnswer, stepEvent } from "@/lib/call/step-answer";
import { logFault } from "@/lib/log";
import { lookUpStep } from "./look-up";
import type { Received } from "./receive";
import { recordAfterAnswer } from "./record";
import { answerTwilio, fallBack } from "./respond";

/** What a step's own answer is made from. */
export interface StepContext {
  step: Step;
  received: Received;
  setup: StepSetup;
  /** Null when the log has nothing of the call yet, or the database is away. */
  soFar: CallSoFar | null;
  /** Whom the caller has dialled or named; null when the database is away and memory does not know. */
  reached: Reached | null;
  moment: Moment;
}

export interface StepRouteContext {
  params: Promise<{ step: string[] }>;
}

/** A later step of a call: verify, look up, answer; then, once the answer is on its way, record. */
export async function answerStep(
  kind: StepKind,
  request: Request,
  { params }: StepRouteContext,
  answer: (context: StepContext) => StepAnswer,
): Promise<Response> {
  const { step: segments } = await params;
  return answerTwilio(request, async (received) => {
    const step = parseStep(kind, segments);
    if (!step) {
      logFault("call.unknownStep", new Error("No step that the engine makes"), { callSid: received.callSid });
      return fallBack(received, null).twiml;
    }
    const at = Temporal.Now.instant();
    const found = await lookUpStep(step, received, at);
    const answered = found
      ? tryAnswer(answer, {
          step,
          received,
          ...withWhomeverWasChosen(step, found),
          moment: momentOf(step, received, found, at),
        })
      : giveUp(step, received, null, "the database was away");
    const { twiml, degradedTo, event, voicemail, spokenNameUrl } = answered;
    recordAfterAnswer(received, found?.setup.line ?? null, {
      at,
      configurationId: step.configurationId,
      configurationVersion: null,
      reason: reasonFromCode(step.reasonCode),
      degradedTo: degradedTo ?? (found?.isFromMemory ? "memory" : null),
      event,
      ...(voicemail && { voicemail }),
      ...(spokenNameUrl && { spokenNameUrl }),
    });
    return twiml;
  });
}

/** Once somebody has been chosen, every step about the ring is about that person. */
function withWhomeverWasChosen(step: Step, found: FoundStep): FoundStep {
  const { setup, reached } = found;
  const [person] = reached?.people ?? [];
  const isBeingAsked = step.kind === "menu" || step.kind === "extension" || step.kind === "directory";
  if (isBeingAsked || !person || !setup.action) return found;
  return { ...found, setup: { ...setup, action: withChosen(setup.action, person) } };
}

type Answered = StepAnswer & { degradedTo: "fallbackNumber" | "sentence" | null };

function tryAnswer(answer: (context: StepContext) => StepAnswer, context: StepContext): Answered {
  const { step, received, setup } = context;
  if (hasGoneOnTooLong(step)) return giveUp(step, received, setup, "the call had gone round for too long");
  try {
    return { ...answer(context), degradedTo: null };
  } catch (error) {
    if (error instanceof NotLookedUp) return giveUp(step, received, setup, "the database was away");
    logFault("call.templateFailed", error, { callSid: received.callSid, actionId: step.actionId });
    return giveUp(step, received, setup, "the action could not be spoken");
  }
}

function giveUp(step: Step, received: Received, setup: StepSetup | null, why: string): Answered {
  return {
    ...fallBack(received, setup?.firm ?? null),
    event: { ...stepEvent(step, setup?.action ?? null, `The fallback took over: ${why}`), kind: "fallback" },
  };
}

function momentOf(
  step: Step,
  { origin, caller, called }: Received,
  { setup, soFar }: { setup: StepSetup; soFar: CallSoFar | null },
  at: Temporal.Instant,
): Moment {
  const { configurationId, reasonCode, trail, people, turn, order, round, idleSteps, totalSteps } = step;
  return {
    ...beginning,
    at,
    origin,
    firm: setup.firm,
    line: setup.line ?? { number: called, name: setup.firm.name },
    // What the log calls them is what the firm does.
    caller: { ...caller, name: soFar?.fromName ?? caller.name },
    configurationId,
    reasonCode,
    trail,
    people,
    turn,
    order,
    round,
    // Whoever has said their name is not asked again, wherever the call goes.
    named: (soFar?.spokenNameUrl ?? null) !== null,
    refusedBy: soFar?.refusedBy ?? [],
    asked: soFar?.asked ?? [],
    idleSteps,
    totalSteps,
  };
}
