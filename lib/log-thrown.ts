import { inspect } from "node:util";
import { logFault, withoutPersons } from "./log";

/** Where whoever wraps it twice finds out: each of the server's bundles has a copy of this module. */
const isWrapped = Symbol.for("switchboard.console.error");

type Print = typeof console.error & { [isWrapped]?: true };

/**
 * Next.js prints what a page or a route throws over many lines, with the digest that the person is shown as a reference.
 * From here on that is one line of JSON like every other fault, to be found by the same reference.
 *
 * `onRequestError` of an `instrumentation.ts` would add a line and leave Next.js's own where it is, and every edge function
 * would carry 4 kB for it.
 */
export function logThrownAsLines(output: Pick<Console, "error"> = globalThis.console): void {
  const print: Print = output.error;
  if (print[isWrapped]) return;
  const printLine: Print = (...words) => {
    const thrown = words.find(hasDigest);
    if (!thrown) return print.apply(output, words);
    logFault("page.failed", thrown, {
      reference: thrown.digest,
      printed: withoutPersons(inspect(thrown)),
    });
  };
  printLine[isWrapped] = true;
  output.error = printLine;
}

/** React makes a digest of whatever a server component, a mutation or a route throws. */
const hasDigest = (word: unknown): word is Error & { digest: string } =>
  word instanceof Error && "digest" in word && typeof word.digest === "string";
