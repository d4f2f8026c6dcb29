import { findEnding } from "./call-flow";
import type { CallStep, EnqueueStep, OtherStep } from "./call-step";
import { interpretDial } from "./interpret-dial";
import { interpretGather, interpretRecord } from "./interpret-input";
import { interpretSound } from "./interpret-sound";
import { parseTwiml } from "./parse-twiml";
import { readMethod, readText } from "./read-attribute";
import type { TwimlFault } from "./twiml-fault";
import { findAttribute, listElements, ownText, type TwimlElement } from "./twiml-tree";

export interface Interpretation {
  steps: readonly CallStep[];
  /** Why the document cannot be read at all, as Twilio could not either. Whether it makes sense, checkTwiml() says. */
  fault: TwimlFault | null;
}

/**
 * What the caller goes through, in order, as long as every step ends with the caller doing nothing: nothing is pressed,
 * nobody picks up, nothing is recorded. The last step is always one that leaves the document: it hangs up, or goes on
 * at another address. Verbs that Twilio does not know are passed over, as Twilio passes over them.
 */
export function interpretTwiml(xml: string): Interpretation {
  const { root, fault } = parseTwiml(xml);
  if (!root) return { steps: [], fault };
  const steps: CallStep[] = [];
  for (const verb of listElements(root)) {
    const step = interpretVerb(verb);
    if (!step) continue;
    steps.push(step);
    if (findEnding(verb) !== null) return { steps, fault: null };
  }
  steps.push({ kind: "hangup", line: root.line, isEndOfDocument: true });
  return { steps, fault: null };
}

function interpretVerb(verb: TwimlElement): CallStep | null {
  const { line } = verb;
  switch (verb.name) {
    case "Say":
    case "Play":
    case "Pause":
      return interpretSound(verb);
    case "Gather":
      return interpretGather(verb);
    case "Dial":
      return interpretDial(verb);
    case "Record":
      return interpretRecord(verb);
    case "Enqueue":
      return interpretEnqueue(verb);
    case "Sms":
      return {
        kind: "sms",
        line,
        text: ownText(verb),
        to: readText(verb, "to"),
        from: readText(verb, "from"),
      };
    case "Redirect":
      return { kind: "redirect", line, url: ownText(verb), method: readMethod(verb) };
    case "Hangup":
      return { kind: "hangup", line, isEndOfDocument: false };
    case "Reject":
      return { kind: "reject", line, reason: readText(verb, "reason") === "busy" ? "busy" : "rejected" };
    case "Leave":
      return { kind: "leave", line };
    case "Connect":
    case "Echo":
    case "Pay":
    case "Refer":
    case "Start":
    case "Stop":
      return interpretOther(verb);
    default:
      return null;
  }
}

function interpretEnqueue(verb: TwimlElement): EnqueueStep {
  return {
    kind: "enqueue",
    line: verb.line,
    queue: ownText(verb),
    workflowSid: readText(verb, "workflowSid"),
    waitUrl: findAttribute(verb, "waitUrl"),
    action: readText(verb, "action"),
    method: readMethod(verb),
  };
}

function interpretOther(verb: TwimlElement): OtherStep {
  const nouns = listElements(verb).map((noun) => noun.name);
  return { kind: "other", line: verb.line, verb: verb.name, nouns, action: readText(verb, "action") };
}
