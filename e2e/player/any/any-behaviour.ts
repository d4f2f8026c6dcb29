import fc from "fast-check";
import type { Treatment } from "../call-plan";
import type { Callee } from "../callee";
import { nothing, type Party } from "../party";
import { extensions, seldom } from "./any-set-up";

/** What somebody on the line feels like doing at one moment, whatever they are then asked. */
interface Mood {
  hangsUp: boolean;
  keys: string;
  words: string;
  seconds: number;
  endsWith: string;
}

/** What a phone does when it rings. */
interface Answering {
  how: "takes it" | "presses nothing" | "presses something" | "hangs up" | "busy" | "failed" | "no-answer";
  afterSeconds: number;
  talkSeconds: number;
}

export interface AnyBehaviour {
  from: string;
  callerName: string;
  moods: Mood[];
  answering: Answering[];
  treatment: Treatment;
  /** From which request on the database is away, and for how many. */
  outage: { from: number; requests: number } | null;
  /** Which request never reaches the app. */
  lost: number | null;
}

const mood: fc.Arbitrary<Mood> = fc.record({
  hangsUp: seldom(14),
  keys: fc.oneof(
    { arbitrary: fc.constantFrom(..."0123456789*#"), weight: 6 },
    { arbitrary: fc.constant(""), weight: 3 },
    // Somebody's extension, or their name on a keypad: Ana, Lima.
    { arbitrary: fc.constantFrom(...extensions, "262", "5462"), weight: 1 },
    { arbitrary: fc.string({ unit: fc.constantFrom(..."0123456789*#"), maxLength: 6 }), weight: 1 },
  ),
  words: fc.oneof({ arbitrary: fc.constant(""), weight: 4 }, { arbitrary: fc.string(), weight: 1 }),
  seconds: fc.oneof(fc.constantFrom(0, 1, 2), fc.integer({ min: 3, max: 700 })),
  endsWith: fc.constantFrom("#", "silence", "hanging up", "5"),
});

const answering: fc.Arbitrary<Answering> = fc.record({
  how: fc.constantFrom(
    "takes it",
    "presses nothing",
    "presses something",
    "hangs up",
    "busy",
    "failed",
    "no-answer",
  ),
  afterSeconds: fc.integer({ min: 0, max: 70 }),
  talkSeconds: fc.integer({ min: 0, max: 4000 }),
});

export const anyBehaviour: fc.Arbitrary<AnyBehaviour> = fc.record({
  from: fc.constantFrom(
    "+14155550123",
    "anonymous",
    "+266696687",
    "client:front-desk",
    "sip:ann@example.com",
  ),
  callerName: fc.constantFrom("", "O’Neill & Sons", '"/><Dial>+19005550100</Dial>'),
  moods: fc.array(mood, { maxLength: 20 }),
  answering: fc.array(answering, { maxLength: 12 }),
  treatment: fc.record({
    others: fc.constantFrom("hungUp", "ringOn"),
    statusOfRefused: fc.constantFrom("completed", "no-answer"),
    callbacks: fc.constantFrom("prompt", "early", "late"),
    isToldTwice: seldom(3),
    asksTwice: seldom(5),
    statusOfUnanswered: fc.constantFrom("completed", "no-answer"),
  }),
  outage: fc.option(fc.record({ from: fc.nat(8), requests: fc.integer({ min: 1, max: 4 }) }), { freq: 2 }),
  lost: fc.option(fc.nat(8), { freq: 6 }),
});

/** A caller who goes through these moods over and over, and without any listens. */
export function moodyCaller(moods: readonly Mood[]): Party {
  let count = 0;
  return ({ kind, ...chance }) => {
    const now = moods[count % (moods.length || 1)];
    count += 1;
    if (!now) return nothing;
    if (now.hangsUp) return { does: "hangs up", afterSeconds: now.seconds };
    if (kind === "records") return { does: "speaks", seconds: now.seconds, endsWith: now.endsWith };
    if (kind !== "asked") return nothing;
    const maySpeak = "takesSpeech" in chance && chance.takesSpeech;
    if (maySpeak && now.words !== "") return { does: "says", words: now.words };
    return now.keys === "" ? nothing : { does: "presses", keys: now.keys };
  };
}

export function anyCallee({ how, afterSeconds, talkSeconds }: Answering): Callee {
  if (how === "busy" || how === "failed" || how === "no-answer") return { picksUp: false, status: how };
  const party: Party = ({ kind }) => {
    if (kind !== "asked" || how === "presses nothing") return nothing;
    if (how === "hangs up") return { does: "hangs up", afterSeconds: 1 };
    return { does: "presses", keys: how === "takes it" ? "1" : "7" };
  };
  return { picksUp: true, afterSeconds, talkSeconds, party };
}
