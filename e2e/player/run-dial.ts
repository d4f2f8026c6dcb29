import type { DialStep, DialTarget } from "@/lib/twiml/call-step";
import { isE164 } from "@/lib/twiml/phone-number-rule";
import { ask, type Document, type Fetched } from "./ask";
import type { Call } from "./call";
import { type Leg, pickUp } from "./leg";
import { nameOf } from "./played-call";
import type { Process } from "./process";
import { type Dialled, type RingingPhone, type Rung, ringTogether } from "./ring-together";
import type { Next } from "./run-documents";
import { waitsUntilHangingUp } from "./run-waiting";

/** Rings, connects and lets talk; then tells the action how it went. Source: Twilio, "TwiML Voice: <Dial>". */
export async function* runDial(call: Call, leg: Leg, step: DialStep, document: Document): Process<Next> {
  const phones = step.targets.flatMap((target) => dialledFrom(call, target));
  const elsewhere = step.targets.find(({ kind }) => kind === "conference" || kind === "queue");
  if (phones.length === 0 && elsewhere) {
    leg.hasHeardSomething = true;
    call.tell(leg.phone, `waits in a ${elsewhere.kind}`);
    return (yield* waitsUntilHangingUp(leg, `a ${elsewhere.kind}`)) ? "gone" : "next";
  }
  call.rang.push(phones.map(nameOf));
  call.tell(leg.phone, `hears it ring: ${phones.map(nameOf).join(", ")}`);
  const rung = yield* ring(call, leg, step, document, phones);
  const talk = rung.taken ? yield* letTalk(call, leg, step, rung.taken) : null;
  await tellOfLegs(call, document, rung, talk?.seconds ?? null);
  leg.hasHeardSomething = talk !== null;
  leg.redirects = 0;
  const hasCallerHungUp = rung.hasCallerHungUp || (talk?.hasCallerHungUp ?? false);
  if (hasCallerHungUp) {
    leg.status = leg.answeredAt === null ? call.treatment.statusOfUnanswered : "completed";
    call.tell(leg.phone, "hangs up");
  }
  if (!step.action) return hasCallerHungUp ? "gone" : "next";
  const next: Fetched = {
    url: new URL(step.action, document.url).href,
    method: step.method,
    parameters: resultOf(call, rung, talk),
  };
  if (!hasCallerHungUp) return next;
  // Twilio still asks, and does nothing with the answer.
  if (call.treatment.callbacks === "early") await call.tellStatus();
  await ask(call, leg, next);
  return "gone";
}

async function* ring(
  call: Call,
  leg: Leg,
  step: DialStep,
  document: Document,
  phones: readonly Dialled[],
): Process<Rung> {
  const act = await leg.party({ kind: "rings", phones, seconds: step.timeoutSeconds });
  const hangsUpAt = act.does === "hangs up" ? call.now + act.afterSeconds : Number.POSITIVE_INFINITY;
  if (
    step.callerId === null &&
    !isE164(leg.parameters.From ?? "") &&
    phones.some(({ number }) => isE164(number))
  ) {
    // Error 13214: a number is shown, or nothing can be dialled.
    call.fault(`A phone was rung with “${leg.parameters.From}” to show, which is no number`);
  }
  let rung: Rung = { phones: [], taken: null, hasCallerHungUp: false };
  for (const group of step.sequential ? phones.map((phone) => [phone]) : [phones]) {
    const next = yield* ringTogether(call, step, document, group, hangsUpAt);
    rung = { ...next, phones: [...rung.phones, ...next.phones] };
    if (rung.taken || rung.hasCallerHungUp) break;
  }
  return rung;
}

interface Talk {
  seconds: number;
  hasCallerHungUp: boolean;
}

async function* letTalk(
  call: Call,
  leg: Leg,
  step: DialStep,
  { leg: other, callee }: RingingPhone,
): Process<Talk> {
  pickUp(leg, call.now);
  const name = other.phone ? nameOf(other.phone) : "somebody";
  call.talkedTo = name;
  const longest = Math.min(callee.picksUp ? callee.talkSeconds : 0, step.timeLimitSeconds);
  const act = await leg.party({ kind: "talks", to: name, seconds: longest });
  const hasCallerHungUp = act.does === "hangs up" && act.afterSeconds < longest;
  const seconds = act.does === "hangs up" ? Math.min(act.afterSeconds, longest) : longest;
  call.tell(leg.phone, `talks to ${name} for ${seconds} s`);
  yield seconds;
  other.status = "completed";
  if (!hasCallerHungUp) call.tell(other.phone, "hangs up");
  return { seconds, hasCallerHungUp };
}

/** What Twilio tells the action. A leg that was picked up and not connected can report "completed" too. */
function resultOf(
  call: Call,
  { phones, taken, hasCallerHungUp }: Rung,
  talk: Talk | null,
): Record<string, string> {
  const pickedUp = phones.find(({ leg }) => leg.answeredAt !== null);
  const told = taken ?? pickedUp ?? phones.at(-1);
  const statuses = new Set(phones.map(({ leg }) => leg.status));
  const [shared = "no-answer"] = statuses.size === 1 ? statuses : [];
  const untaken = pickedUp ? call.treatment.statusOfRefused : shared;
  return {
    DialCallStatus: hasCallerHungUp ? "canceled" : taken ? "completed" : untaken,
    DialBridged: String(taken !== null),
    ...(told && { DialCallSid: told.leg.sid }),
    ...(talk && { DialCallDuration: String(Math.round(talk.seconds)) }),
  };
}

async function tellOfLegs(
  call: Call,
  document: Document,
  rung: Rung,
  talkSeconds: number | null,
): Promise<void> {
  for (const { leg, dialled } of rung.phones) {
    const { number, name, statusCallback } = dialled;
    call.legs.push({ number, name, sid: leg.sid, heard: leg.heard, status: leg.status });
    if (!statusCallback) continue;
    const isTaken = rung.taken?.leg === leg;
    await call.callbacks.add({
      url: new URL(statusCallback, document.url).href,
      parameters: {
        ...leg.parameters,
        CallStatus: leg.status,
        CallDuration: String(isTaken ? Math.round(talkSeconds ?? 0) : 0),
        CallbackSource: "call-progress-events",
        SequenceNumber: "0",
      },
    });
  }
}

function dialledFrom(call: Call, target: DialTarget): Dialled[] {
  switch (target.kind) {
    case "number":
      return [{ ...call.phone(target.number), ...common(target) }];
    case "client":
      return [{ ...call.phone(`client:${target.identity}`), ...common(target) }];
    case "sip":
      return target.uris.map((uri) => ({ ...call.phone(uri), ...common(target) }));
    default:
      return [];
  }
}

const common = ({ whenAnswered, statusCallback }: Pick<Dialled, "whenAnswered" | "statusCallback">) => ({
  whenAnswered,
  statusCallback,
});
