import type { CallStep, GatherStep, PauseStep, PlayStep, RecordStep, SayStep } from "./call-step";
import { describeDial } from "./describe-dial";
import {
  afterwards,
  countOf,
  duration,
  keysInWords,
  listWords,
  type Names,
  nextInWords,
  numberInWords,
  sentence,
  urlInWords,
} from "./step-words";

/**
 * One plain English sentence about a step of a call, for the simulator and the terminal. It says what happens, and
 * where the call goes on if that is not the next step.
 */
export function describeStep(step: CallStep, names: Names = {}): string {
  switch (step.kind) {
    case "say":
    case "play":
    case "pause":
      return sentence(soundInWords(step, names));
    case "gather":
      return describeGather(step, names);
    case "dial":
      return describeDial(step, names);
    case "record":
      return describeRecord(step, names);
    case "enqueue":
      return `Waits in the queue ${step.queue || "of the workflow"}${afterwards(step.action, names)}.`;
    case "sms":
      return sentence(
        `Sends a text to ${step.to ? numberInWords(step.to, names) : "the caller"}: “${step.text}”`,
      );
    case "redirect":
      return `Goes on with ${urlInWords(step.url, names)}.`;
    case "hangup":
      return step.isEndOfDocument ? "Nothing more follows, so Twilio hangs up." : "Hangs up.";
    case "reject":
      return `Turns the call away with ${step.reason === "busy" ? "the busy signal" : "the message that the number is not in service"}.`;
    case "leave":
      return "Leaves the queue and goes on after it.";
    case "other": {
      const nouns = step.nouns.length > 0 ? ` with ${listWords(step.nouns, "and")}` : "";
      return `Does <${step.verb}>${nouns}${afterwards(step.action, names)}.`;
    }
  }
}

function soundInWords(step: SayStep | PlayStep | PauseStep, names: Names): string {
  if (step.kind === "pause") return `Waits ${duration(step.lengthSeconds)}`;
  const times = ["over and over", "", "twice"][step.loop] ?? `${step.loop} times`;
  const repeated = times === "" ? "" : `, ${times}`;
  if (step.kind === "say") return `Says “${step.text}”${repeated}`;
  return step.digits === null
    ? `Plays ${urlInWords(step.url, names)}${repeated}`
    : `Sends the keys ${step.digits}`;
}

function describeGather(step: GatherStep, names: Names): string {
  const prompts = step.prompts.map((prompt, index) => {
    const words = soundInWords(prompt, names);
    return index === 0 ? words : words.charAt(0).toLowerCase() + words.slice(1);
  });
  const patience = step.timeoutSeconds === "auto" ? "" : ` ${duration(step.timeoutSeconds)}`;
  const waits = `${prompts.length > 0 ? `${prompts.join(", ")}, then waits` : "Waits"}${patience} for ${inputInWords(step)}`;
  const answered = step.actionOnEmptyResult ? "with or without an answer" : "with an answer";
  return `${waits}; ${answered}, ${nextInWords(step.action, names)}.`;
}

function inputInWords({ input, numDigits, finishOnKey }: GatherStep): string {
  const end = finishOnKey === "" || numDigits === 1 ? "" : `, ended by ${keysInWords(finishOnKey)}`;
  const keys = `${numDigits === null ? "keys" : countOf(numDigits, "key")} to be pressed${end}`;
  if (!input.includes("speech")) return keys;
  return input.includes("dtmf") ? `an answer in words or ${keys}` : "an answer in words";
}

function describeRecord(step: RecordStep, names: Names): string {
  const start = step.playBeep ? "After a beep, records" : "Records";
  const ends = [
    ...(step.finishOnKey === "" ? [] : [`${keysInWords(step.finishOnKey)} is pressed`]),
    ...(step.timeoutSeconds === 0 ? [] : [`${duration(step.timeoutSeconds)} pass in silence`]),
  ];
  const until = ends.length > 0 ? `, until ${listWords(ends, "or")}` : "";
  const written = step.transcribe ? " and writes it down" : "";
  const length = duration(step.maxLengthSeconds);
  return `${start} a message of up to ${length}${until}${written}; then ${nextInWords(step.action, names)}.`;
}
