import { findEnding } from "./call-flow";
import { faultAt, type TwimlFault } from "./twiml-fault";
import { listElements, ownText, type TwimlElement } from "./twiml-tree";

/** Warnings about what a document does from verb to verb: nothing at all, or less than is written. */
export function checkFlow(response: TwimlElement): TwimlFault[] {
  const verbs = listElements(response);
  if (verbs.length === 0 && ownText(response) !== "") return [];
  if (verbs.length === 0) {
    const words = "<Response> is empty, so Twilio picks up and hangs up at once.";
    return [faultAt(response, "empty-response", words, "warning")];
  }
  return [...checkReach(verbs), ...checkReject(verbs)];
}

function checkReach(verbs: readonly TwimlElement[]): TwimlFault[] {
  const last = verbs.findIndex((verb) => findEnding(verb) !== null);
  const ending = verbs[last];
  const next = verbs[last + 1];
  if (!ending || !next) return [];
  const rest = verbs.length - last - 1;
  const subject = rest === 1 ? `<${next.name}> is` : `<${next.name}> and what follows it are`;
  const words = `${subject} never reached: ${findEnding(ending)} (line ${ending.line}).`;
  return [faultAt(next, "never-reached", words, "warning")];
}

/** "TwiML Voice: <Reject>": only as the first verb does it keep Twilio from answering. */
function checkReject(verbs: readonly TwimlElement[]): TwimlFault[] {
  const reject = verbs.slice(1).find((verb) => verb.name === "Reject");
  if (!reject) return [];
  const words =
    "<Reject> comes too late: what stands before it has already answered the call. Use <Hangup>, or put it first.";
  return [faultAt(reject, "late-reject", words, "warning")];
}
