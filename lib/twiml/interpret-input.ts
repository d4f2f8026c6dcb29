import type { GatherStep, RecordStep } from "./call-step";
import { interpretSound } from "./interpret-sound";
import { readBoolean, readList, readMethod, readNumber, readText } from "./read-attribute";
import { findAttribute, listElements, type TwimlElement } from "./twiml-tree";

/** "TwiML Voice: <Gather>": keys, ended by #, after five seconds without one. */
export function interpretGather(verb: TwimlElement): GatherStep {
  const input = readList(verb, "input").filter((each) => each === "dtmf" || each === "speech");
  const timeoutSeconds = readText(verb, "timeout") === "auto" ? "auto" : readNumber(verb, "timeout", 5);
  const speech = readText(verb, "speechTimeout");
  return {
    kind: "gather",
    line: verb.line,
    prompts: listElements(verb)
      .filter((each) => /^(Say|Play|Pause)$/.test(each.name))
      .map(interpretSound),
    input: input.length > 0 ? input : ["dtmf"],
    numDigits: readNumber(verb, "numDigits", 0) || null,
    finishOnKey: findAttribute(verb, "finishOnKey") ?? "#",
    timeoutSeconds,
    speechTimeoutSeconds:
      speech === "auto" ? "auto" : speech ? readNumber(verb, "speechTimeout", 5) : timeoutSeconds,
    action: readText(verb, "action"),
    method: readMethod(verb),
    actionOnEmptyResult: readBoolean(verb, "actionOnEmptyResult", false),
    language: readText(verb, "language") ?? "en-US",
    hints: readText(verb, "hints"),
  };
}

/** "TwiML Voice: <Record>": an hour, or two minutes if it is to be transcribed; any key ends it. */
export function interpretRecord(verb: TwimlElement): RecordStep {
  const transcribe = readBoolean(verb, "transcribe", false);
  return {
    kind: "record",
    line: verb.line,
    maxLengthSeconds: readNumber(verb, "maxLength", 0) || (transcribe ? 120 : 3600),
    timeoutSeconds: readNumber(verb, "timeout", 5),
    finishOnKey: findAttribute(verb, "finishOnKey") ?? "1234567890*#",
    playBeep: readBoolean(verb, "playBeep", true),
    trim: readText(verb, "trim") ?? "trim-silence",
    transcribe,
    transcribeCallback: readText(verb, "transcribeCallback"),
    recordingStatusCallback: readText(verb, "recordingStatusCallback"),
    action: readText(verb, "action"),
    method: readMethod(verb),
  };
}
