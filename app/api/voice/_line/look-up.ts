import type { Temporal } from "temporal-polyfill";
import { type FoundLine, findLineSetup } from "@/db/queries/call-path/find-line-setup";
import { type FoundStep, findStepSetup } from "@/db/queries/call-path/find-step-setup";
import { blockingNumber } from "@/lib/call/caller";
import { Memory } from "@/lib/call/memory";
import type { CallAction, LineSetup, Reached, StepSetup } from "@/lib/call/setup";
import type { Step } from "@/lib/call/step";
import { wantedFor } from "@/lib/call/wanted";
import { logFault } from "@/lib/log";
import { callPathDatabase } from "./database";
import type { Received } from "./receive";

/** A firm has a handful of numbers; a few hundred set-ups are a few megabytes. */
const lines = new Memory<LineSetup>(200);
const steps = new Memory<StepSetup>(500);
/** Whoever was dialled or named, by what was asked; what nobody was found for is not kept. */
const people = new Memory<Reached>(500);

/** The sounds of the library are in the database: without it, what the template says in their place is spoken. */
const withoutGreetings = (action: CallAction): CallAction => ({ ...action, greetings: [] });

const lineToRemember = ({ configuration, ...setup }: LineSetup): LineSetup => ({
  ...setup,
  configuration: configuration && {
    ...configuration,
    openAction: withoutGreetings(configuration.openAction),
    closedAction: withoutGreetings(configuration.closedAction),
  },
});

const stepToRemember = ({ action, ...setup }: StepSetup): StepSetup => ({
  ...setup,
  action: action && withoutGreetings(action),
});

/** What was found, and whether it is from memory because the database was slow or away. */
export type LookedUp<Found> = Found & { isFromMemory: boolean };

/** What the called number is set up to do; null when neither the database nor memory knows. */
export async function lookUpLine(
  received: Received,
  at: Temporal.Instant,
): Promise<LookedUp<FoundLine> | null> {
  const { called, caller, callSid } = received;
  try {
    const found = await findLineSetup(callPathDatabase(), { called, caller: blockingNumber(caller), at });
    lines.remember(called, lineToRemember(found.setup), at);
    return { ...found, isFromMemory: false };
  } catch (error) {
    logFault("call.lookUpFailed", error, { callSid });
    const setup = lines.recall(called, at);
    return setup && { setup, standing: null, isFromMemory: true };
  }
}

/** What a later step needs; null when neither the database nor memory knows. */
export async function lookUpStep(
  step: Step,
  received: Received,
  at: Temporal.Instant,
): Promise<LookedUp<FoundStep> | null> {
  const { configurationId, actionId } = step;
  const wanted = wantedFor(step, received.parameters.get("Digits") ?? "");
  const whom = JSON.stringify(wanted);
  const key = `${configurationId} ${actionId}`;
  const callSid = received.callerCallSid ?? "";
  try {
    const found = await findStepSetup(callPathDatabase(), { configurationId, actionId, callSid, wanted, at });
    steps.remember(key, stepToRemember(found.setup), at);
    if (isSomebody(found.reached)) people.remember(whom, found.reached, at);
    return { ...found, isFromMemory: false };
  } catch (error) {
    logFault("call.lookUpFailed", error, { callSid });
    const setup = steps.recall(key, at);
    return setup && { setup, soFar: null, reached: people.recall(whom, at), isFromMemory: true };
  }
}

const isSomebody = (reached: Reached | null): reached is Reached =>
  reached !== null && reached.people.length + reached.directory.length > 0;
