/** What is asked of somebody on the line, whether they called or were called: the moments at which they can do something. */
export type Chance =
  | { kind: "hears"; text: string; seconds: number }
  | { kind: "asked"; takesKeys: boolean; takesSpeech: boolean; mostKeys: number | null }
  | { kind: "rings"; phones: readonly Phone[]; seconds: number }
  | { kind: "talks"; to: string; seconds: number }
  | { kind: "records"; mostSeconds: number }
  | { kind: "waits"; forWhat: string };

/** A phone that rings, as people know it. */
export interface Phone {
  /** E.164, or the address of a SIP phone or an app. */
  number: string;
  name: string | null;
}

/** What they do about it. What does not fit the chance is nothing: words where only keys are listened for. */
export type Act =
  | { does: "nothing" }
  | { does: "hangs up"; afterSeconds: number }
  | { does: "presses"; keys: string }
  | { does: "says"; words: string }
  /** `endsWith` is a key, silence, or hanging up. */
  | { does: "speaks"; seconds: number; endsWith: string };

export type Party = (chance: Chance) => Act | Promise<Act>;

export const nothing: Act = { does: "nothing" };
