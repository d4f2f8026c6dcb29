import type { DialStep, DialTarget, Screening } from "./call-step";
import { readBoolean, readMethod, readNumber, readText } from "./read-attribute";
import { listElements, ownText, type TwimlElement } from "./twiml-tree";

/** "TwiML Voice: <Dial>": rings for 30 seconds, talks for four hours. */
export function interpretDial(dial: TwimlElement): DialStep {
  const nouns = listElements(dial);
  const bareNumber = ownText(dial);
  return {
    kind: "dial",
    line: dial.line,
    targets:
      nouns.length > 0
        ? nouns.map(interpretTarget)
        : bareNumber === ""
          ? []
          : [numberTarget(dial, bareNumber)],
    sequential: readBoolean(dial, "sequential", false),
    timeoutSeconds: readNumber(dial, "timeout", 30),
    timeLimitSeconds: readNumber(dial, "timeLimit", 14_400),
    callerId: readText(dial, "callerId"),
    answerOnBridge: readBoolean(dial, "answerOnBridge", false),
    hangupOnStar: readBoolean(dial, "hangupOnStar", false),
    record: recordingName(readText(dial, "record")),
    recordingStatusCallback: readText(dial, "recordingStatusCallback"),
    action: readText(dial, "action"),
    method: readMethod(dial),
  };
}

function interpretTarget(noun: TwimlElement): DialTarget {
  const text = ownText(noun);
  const common = { whenAnswered: screeningOf(noun), statusCallback: readText(noun, "statusCallback") };
  switch (noun.name) {
    case "Number":
      return numberTarget(noun, text);
    case "Sip":
      return { kind: "sip", uris: text === "" ? textsIn(noun, "Uri") : [text], ...common };
    case "Client":
      return { kind: "client", identity: text || (textsIn(noun, "Identity")[0] ?? ""), ...common };
    case "Conference":
      return { kind: "conference", name: text };
    case "Queue":
      return { kind: "queue", name: text };
    default:
      return { kind: "other", noun: noun.name, text: text || (textsIn(noun, "ApplicationSid")[0] ?? "") };
  }
}

function numberTarget(element: TwimlElement, number: string): DialTarget {
  return {
    kind: "number",
    number,
    sendDigits: readText(element, "sendDigits"),
    whenAnswered: screeningOf(element),
    statusCallback: readText(element, "statusCallback"),
  };
}

function screeningOf(noun: TwimlElement): Screening | null {
  const url = readText(noun, "url");
  return url === null ? null : { url, method: readMethod(noun) };
}

function textsIn(noun: TwimlElement, name: string): string[] {
  return listElements(noun)
    .filter((child) => child.name === name)
    .map(ownText);
}

/** `true` and `false` are older names ("TwiML Voice: <Dial>"). */
function recordingName(written: string | null): string {
  if (written === "true") return "record-from-answer";
  return written === null || written === "false" ? "do-not-record" : written;
}
