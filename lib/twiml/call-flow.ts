import { findAttribute, type TwimlElement } from "./twiml-tree";

/**
 * Why a document never goes past a verb, or null if what follows it may run. Each verb's own page says so: "TwiML
 * Voice: <Hangup>", <Redirect>, <Reject>, <Leave>, <Dial> and <Enqueue> with an action, <Gather> with
 * actionOnEmptyResult. <Record> is none of these: an empty recording goes on with the next verb.
 */
export function findEnding(verb: TwimlElement): string | null {
  switch (verb.name) {
    case "Hangup":
      return "<Hangup> ends the call";
    case "Reject":
      return "<Reject> ends the call";
    case "Redirect":
      return "<Redirect> goes elsewhere";
    case "Leave":
      return "<Leave> leaves the queue";
    case "Dial":
    case "Enqueue":
    case "Connect":
      return findAttribute(verb, "action") ? `<${verb.name}> goes on at its action` : null;
    case "Gather":
      return findAttribute(verb, "actionOnEmptyResult")?.toLowerCase() === "true"
        ? "<Gather> goes on at its action even if nothing is entered"
        : null;
    default:
      return null;
  }
}
