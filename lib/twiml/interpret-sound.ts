import type { PauseStep, PlayStep, SayStep } from "./call-step";
import { readNumber, readText } from "./read-attribute";
import { ownText, spokenText, type TwimlElement } from "./twiml-tree";

/** <Say>, <Play> or <Pause>, each on its own or as a prompt inside <Gather>. */
export function interpretSound(verb: TwimlElement): SayStep | PlayStep | PauseStep {
  const { line } = verb;
  const loop = readNumber(verb, "loop", 1);
  if (verb.name === "Pause") return { kind: "pause", line, lengthSeconds: readNumber(verb, "length", 1) };
  if (verb.name === "Play") {
    return { kind: "play", line, url: ownText(verb), digits: readText(verb, "digits"), loop };
  }
  const voice = readText(verb, "voice");
  return { kind: "say", line, text: spokenText(verb), voice, language: readText(verb, "language"), loop };
}
