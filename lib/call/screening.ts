import { acceptKey, askToAccept, connectAccepted, hangUp } from "./answers";
import { spokenCaller } from "./caller";
import { everyPhone } from "./phones-to-ring";
import { type Moment, nextStepUrl } from "./render-action";
import type { CallAction, CallSoFar } from "./setup";
import type { Step } from "./step";
import { type StepAnswer, stepEvent } from "./step-answer";

/**
 * Asks whoever picked up whether they take the call. This runs on their leg, not on the caller's.
 *
 * @param legSid CallSid of their leg, by which the end of the ring tells who was connected.
 */
export function answerScreen(
  step: Step,
  legSid: string | null,
  action: CallAction | null,
  soFar: CallSoFar | null,
  moment: Moment,
): StepAnswer {
  const phone = phoneAt(step, action);
  const { firm, line } = moment;
  const resultUrl = nextStepUrl(step.actionId, "screened", step.position, moment);
  return {
    twiml: askToAccept({
      firm,
      line,
      caller: spokenCaller(soFar?.from ?? null, soFar?.fromName ?? null),
      spokenNameUrl: soFar?.spokenNameUrl ?? null,
      resultUrl,
    }),
    event: stepEvent(step, action, `${who(phone)} picked up and was asked to press 1`, {
      personId: phone?.personId ?? null,
      number: phone?.number ?? null,
      legSid,
    }),
  };
}

/** What they pressed. Anything but the key ends their leg, and the caller goes on to the others. */
export function answerScreened(
  step: Step,
  digits: string,
  action: CallAction | null,
  moment: Moment,
): StepAnswer {
  const phone = phoneAt(step, action);
  const isTaken = digits === acceptKey;
  // Two may press it at once: who took the call is told by the end of the ring.
  const words = `${who(phone)} ${isTaken ? "pressed 1" : "did not take the call"}`;
  const event = stepEvent(step, action, words, {
    personId: phone?.personId ?? null,
    number: phone?.number ?? null,
    name: phone?.name ?? null,
    isTaken,
  });
  return { twiml: isTaken ? connectAccepted(moment.firm) : hangUp(), event };
}

const phoneAt = (step: Step, action: CallAction | null) =>
  everyPhone(action?.people ?? [])[Number(step.position)] ?? null;

const who = (phone: { name: string | null; number: string } | null): string =>
  phone ? (phone.name ?? phone.number) : "Somebody";
