import {
  type Callee,
  doesNotAnswer,
  personalMailbox,
  picksUpAndPresses,
  takesTheCall,
} from "../player/callee";
import { type Act, type Chance, nothing, type Phone } from "../player/party";
import { nameOf } from "../player/played-call";
import { type Answers, isKeys, isMeant } from "./answers";

/** Puts a question, and returns the line that is typed; null when there will be no more. */
export type Ask = (question: string) => Promise<string | null>;

const hangUp: Act = { does: "hangs up", afterSeconds: 3 };
const usualMessageSeconds = 12;

/** A call on which somebody at a terminal is asked what the caller does, and who picks up. */
export function askedAnswers(ask: Ask): Answers {
  let picking: ReadonlyMap<string, Callee> = new Map();
  return {
    caller: async (chance) => {
      if (chance.kind !== "rings") return whatTheCallerDoes(ask, chance);
      const who = await whoPicksUp(ask, chance.phones);
      if (who === "the caller hangs up") return hangUp;
      picking = who;
      return nothing;
    },
    phone: ({ number }) => picking.get(number) ?? doesNotAnswer,
  };
}

async function whatTheCallerDoes(ask: Ask, chance: Chance): Promise<Act> {
  if (chance.kind === "asked") return whatIsEntered(ask, chance.takesSpeech);
  if (chance.kind === "records") return whatIsRecorded(ask, chance.mostSeconds);
  // A queue or a conference, which nobody else is in.
  return chance.kind === "waits" ? hangUp : nothing;
}

async function whatIsEntered(ask: Ask, takesSpeech: boolean): Promise<Act> {
  const what = takesSpeech ? "Type a key or what the caller says" : "Type a key";
  for (;;) {
    const typed = await ask(`${what}, h to hang up, or Enter for nothing: `);
    if (typed === null || typed.toLowerCase() === "h") return hangUp;
    if (typed === "") return nothing;
    if (isKeys(typed)) return { does: "presses", keys: typed };
    if (takesSpeech) return { does: "says", words: typed };
  }
}

async function whatIsRecorded(ask: Ask, mostSeconds: number): Promise<Act> {
  for (;;) {
    const typed = await ask(
      `Seconds of message (${mostSeconds} at most; 0 is silence), h to hang up, or Enter for ${usualMessageSeconds}: `,
    );
    if (typed === null || typed.toLowerCase() === "h") return { does: "hangs up", afterSeconds: 0 };
    const seconds = typed === "" ? usualMessageSeconds : Number(typed);
    if (Number.isInteger(seconds) && seconds >= 0) return { does: "speaks", seconds, endsWith: "#" };
  }
}

/** "ana" takes the call, "no ana" refuses it, "mailbox ana" is her mailbox; several with commas between. */
async function whoPicksUp(
  ask: Ask,
  phones: readonly Phone[],
): Promise<ReadonlyMap<string, Callee> | "the caller hangs up"> {
  const names = [...new Set(phones.map(nameOf))].join(", ");
  for (;;) {
    const typed = await ask(
      `Who answers: ${names}? Type a name, “mailbox” or “no” before it, h to hang up, or Enter for nobody: `,
    );
    if (typed === null || typed.toLowerCase() === "h") return "the caller hangs up";
    const chosen = typed.split(",").flatMap((part) => pickUps(part.trim(), phones));
    if (typed === "" || chosen.length > 0) return new Map(chosen);
  }
}

function pickUps(typed: string, phones: readonly Phone[]): [string, Callee][] {
  const [, how = "", who = ""] = /^(?:(mailbox|no)\s+)?(.*)$/i.exec(typed) ?? [];
  const callee =
    how.toLowerCase() === "mailbox" ? personalMailbox() : how ? picksUpAndPresses("2") : takesTheCall();
  // Of somebody's several phones, one is picked up.
  const phone = phones.find((one) => isMeant(who, one));
  return phone ? [[phone.number, callee]] : [];
}
