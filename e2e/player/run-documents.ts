import type { CallStep } from "@/lib/twiml/call-step";
import { ask, type Document, type Failure, type Fetched } from "./ask";
import type { Call } from "./call";
import { type Leg, pickUp } from "./leg";
import type { Process } from "./process";
import { runDial } from "./run-dial";
import { runGather } from "./run-gather";
import { runRecord } from "./run-record";
import { runSound } from "./run-sound";
import { runEnqueue, runOther } from "./run-waiting";

/** How a side's TwiML comes to an end: its own, the app's, that of whoever is there, or Twilio's. */
export type Outcome = "completed" | "hung up" | "gone" | "rejected" | "failed";

/** What follows a verb: the next one, other TwiML, or the end. */
export type Next = "next" | Outcome | Fetched | Failure;

/**
 * One action leading to the next, with nobody asked, rung or recorded on the way. Twilio documents no limit of its own
 * (its error 11215 is about redirects of HTTP, which the player does not follow at all); more than this is going round.
 */
const mostRedirects = 10;
/** More than any caller would sit through. */
const mostDocuments = 200;

/** Runs TwiML on one side of a call, and whatever it leads to. */
export async function* runDocuments(call: Call, leg: Leg, first: Fetched): Process<Outcome> {
  let wanted: Fetched | Failure = first;
  for (let count = 0; count < mostDocuments; count += 1) {
    const document = await fetchDocument(call, leg, wanted);
    if (!document) return "failed";
    const next = yield* runSteps(call, leg, document);
    if (typeof next === "string") return next === "next" ? "completed" : next;
    wanted = next;
  }
  call.fault(`The call went through ${mostDocuments} documents, and would have gone on`);
  return "failed";
}

/** Where the caller's TwiML fails, Twilio goes to the number's fallback URL; what fails there is an application error. */
async function fetchDocument(call: Call, leg: Leg, wanted: Fetched | Failure): Promise<Document | null> {
  const got = "errorCode" in wanted ? wanted : await ask(call, leg, wanted);
  if (!("errorCode" in got)) return got;
  if (leg !== call.leg) return null;
  const fallback = await ask(call, leg, {
    url: `${call.plan.account.baseUrl}/api/voice/fallback`,
    method: "POST",
    parameters: { ErrorCode: got.errorCode, ErrorUrl: got.url },
  });
  return "errorCode" in fallback ? null : fallback;
}

async function* runSteps(call: Call, leg: Leg, document: Document): Process<Next> {
  for (const step of document.steps) {
    if (leg !== call.leg && !mayScreen.has(step.kind)) {
      call.fault(`A phone that was rung got <${step.kind}>, which Twilio refuses there`);
      return "failed";
    }
    const next = yield* runStep(call, leg, step, document);
    if (next !== "next") return next;
  }
  return "completed";
}

/** Source: Twilio, "TwiML Voice: <Number>", url. */
const mayScreen: ReadonlySet<CallStep["kind"]> = new Set([
  "say",
  "play",
  "pause",
  "gather",
  "redirect",
  "hangup",
]);

async function* runStep(call: Call, leg: Leg, step: CallStep, document: Document): Process<Next> {
  const isFirst = leg.answeredAt === null;
  if (step.kind !== "reject" && step.kind !== "redirect" && step.kind !== "dial") pickUp(leg, call.now);
  switch (step.kind) {
    case "say":
    case "play":
    case "pause":
      return yield* runSound(call, leg, step);
    case "gather":
      return yield* runGather(call, leg, step, document);
    case "record":
      return yield* runRecord(call, leg, step, document);
    case "dial":
      if (!step.answerOnBridge) pickUp(leg, call.now);
      return yield* runDial(call, leg, step, document);
    case "redirect":
      return follow(call, leg, { url: new URL(step.url, document.url).href, method: step.method });
    case "hangup":
      return step.isEndOfDocument ? "completed" : "hung up";
    case "reject":
      if (isFirst) return "rejected";
      // Once a call has been picked up it just ends, as the template says.
      leg.hasHeardSomething = leg.heard.length > 0;
      return "hung up";
    case "leave":
      return "completed";
    case "sms":
      call.tell(leg.phone, `is sent “${step.text}”`);
      return "next";
    case "enqueue":
      return yield* runEnqueue(call, leg, step, document);
    case "other":
      return runOther(call, leg, step, document);
  }
}

function follow(call: Call, leg: Leg, to: Fetched): Next {
  leg.redirects += 1;
  if (leg.redirects <= mostRedirects) return to;
  call.fault(`More than ${mostRedirects} redirects in a row`);
  return "failed";
}
