import { doesNotAnswer, takesTheCall } from "../player/callee";
import { nothing } from "../player/party";
import { type Answers, isKeys, isMeant } from "./answers";

export interface Given {
  /** One for each time that the caller is asked for something: keys, or words. */
  keys: readonly string[];
  /** Who takes the call when their phone rings. */
  answers: readonly string[];
  /** How long a message the caller leaves; 0 is none. */
  messageSeconds: number;
}

/** A call that nobody is asked about. */
export function givenAnswers({ keys, answers, messageSeconds }: Given): Answers {
  const left = [...keys];
  return {
    caller: ({ kind }) => {
      if (kind === "records") return { does: "speaks", seconds: messageSeconds, endsWith: "#" };
      const next = kind === "asked" ? left.shift() : undefined;
      if (next === undefined) return nothing;
      return isKeys(next) ? { does: "presses", keys: next } : { does: "says", words: next };
    },
    phone: (ring) => (answers.some((answer) => isMeant(answer, ring)) ? takesTheCall() : doesNotAnswer),
  };
}
