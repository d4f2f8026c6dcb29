import type { DialStep, Screening } from "@/lib/twiml/call-step";
import { callParameters, sid } from "../twilio/twilio";
import type { Document } from "./ask";
import type { Call } from "./call";
import type { Callee } from "./callee";
import { type Leg, startLeg } from "./leg";
import { nothing, type Phone } from "./party";
import type { Process } from "./process";
import { runDocuments } from "./run-documents";

/** A phone of a `<Dial>`. */
export interface Dialled extends Phone {
  whenAnswered: Screening | null;
  statusCallback: string | null;
}

/** A phone while it is rung, on a clock of its own. */
export interface RingingPhone {
  dialled: Dialled;
  callee: Callee;
  leg: Leg;
  state: "ringing" | "being asked" | "over";
  process: Process<"taken" | "not taken">;
  wakesAt: number;
}

export interface Rung {
  phones: RingingPhone[];
  /** The one that is connected. */
  taken: RingingPhone | null;
  hasCallerHungUp: boolean;
}

/**
 * Rings phones at the same time, each with what whoever picks up is asked, in the order of the clock. Whether the others
 * fall silent as soon as one picks up, or only when one is connected, is the treatment's.
 */
export async function* ringTogether(
  call: Call,
  dial: DialStep,
  document: Document,
  dialled: readonly Dialled[],
  hangsUpAt: number,
): Process<Rung> {
  const phones = await Promise.all(dialled.map((one) => startRinging(call, dial, document, one)));
  const silentAt = call.now + dial.timeoutSeconds;
  const stop = (others: RingingPhone[], status: string) => {
    for (const phone of others) end(call, phone, phone.state === "ringing" ? status : "completed");
  };
  for (;;) {
    const active = phones.filter(({ state }) => state !== "over");
    const isRinging = active.some(({ state }) => state === "ringing");
    const [next] = [...active].sort((a, b) => a.wakesAt - b.wakesAt);
    if (!next) return { phones, taken: null, hasCallerHungUp: false };
    const at = Math.min(next.wakesAt, isRinging ? silentAt : Number.POSITIVE_INFINITY, hangsUpAt);
    yield at - call.now;
    if (at === hangsUpAt) {
      stop(active, "canceled");
      return { phones, taken: null, hasCallerHungUp: true };
    }
    if (isRinging && at === silentAt && next.wakesAt > silentAt) {
      stop(
        active.filter(({ state }) => state === "ringing"),
        "no-answer",
      );
      continue;
    }
    const wasRinging = next.state === "ringing";
    const step = await next.process.next();
    if (!step.done) next.wakesAt = call.now + step.value;
    const others = active.filter((phone) => phone !== next);
    const hasPickedUp = wasRinging && next.leg.answeredAt !== null;
    if (hasPickedUp && call.treatment.others === "hungUp") stop(others, "no-answer");
    if (step.done && step.value === "taken") {
      stop(others, "no-answer");
      return { phones, taken: next, hasCallerHungUp: false };
    }
    if (step.done) end(call, next, next.leg.status);
  }
}

async function startRinging(
  call: Call,
  dial: DialStep,
  document: Document,
  dialled: Dialled,
): Promise<RingingPhone> {
  const { number, name } = dialled;
  const time = (call.timesRung.get(number) ?? 0) + 1;
  call.timesRung.set(number, time);
  const callee = await call.plan.phone({ number, name, time });
  const from = dial.callerId ?? call.leg.parameters.From ?? "";
  const callSid = sid("CA");
  const leg = startLeg({
    sid: callSid,
    phone: { number, name },
    parameters: {
      ...callParameters({ from, to: number, callSid }),
      ParentCallSid: call.leg.sid,
      Direction: "outbound-dial",
    },
    party: callee.picksUp ? callee.party : () => nothing,
  });
  return startAnswering(call, document, { dialled, callee, leg, state: "ringing", wakesAt: call.now });
}

const startAnswering = (call: Call, document: Document, phone: Omit<RingingPhone, "process">): RingingPhone =>
  Object.assign(phone, { process: answer(call, document, phone) });

const secondsToFail = 1;

async function* answer(
  call: Call,
  document: Document,
  phone: Omit<RingingPhone, "process">,
): Process<"taken" | "not taken"> {
  const { callee, leg, dialled } = phone;
  if (!callee.picksUp) {
    yield callee.status === "no-answer" ? Number.POSITIVE_INFINITY : secondsToFail;
    leg.status = callee.status;
    call.tell(leg.phone, callee.status === "busy" ? "is busy" : "cannot be reached");
    return "not taken";
  }
  yield callee.afterSeconds;
  phone.state = "being asked";
  leg.status = "in-progress";
  leg.answeredAt = call.now;
  call.tell(leg.phone, "picks up");
  if (!dialled.whenAnswered) return "taken";
  const { url, method } = dialled.whenAnswered;
  const outcome = yield* runDocuments(call, leg, { url: new URL(url, document.url).href, method });
  if (outcome === "completed") return "taken";
  leg.status = "completed";
  if (outcome !== "gone") call.tell(leg.phone, "is hung up");
  return "not taken";
}

function end(call: Call, phone: RingingPhone, status: string): void {
  phone.state = "over";
  phone.leg.status = status;
  if (status === "no-answer" && phone.leg.answeredAt === null) call.tell(phone.leg.phone, "stops ringing");
}
