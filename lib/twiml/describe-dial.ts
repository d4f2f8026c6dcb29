import type { DialStep, DialTarget, Screening } from "./call-step";
import { afterwards, duration, listWords, type Names, numberInWords, urlInWords } from "./step-words";

/** "Rings +1 415 555 0101 and +1 415 555 0102 at once for 20 seconds; whoever answers is asked to press 1." */
export function describeDial(step: DialStep, names: Names): string {
  if (step.targets.length === 0) return "Rings nobody.";
  const sentences = [startInWords(step, names), ...screeningsInWords(step, names)];
  if (step.callerId !== null) sentences.push(`they see ${numberInWords(step.callerId, names)} calling`);
  if (step.record !== "do-not-record") sentences.push("the talk is recorded");
  return `${sentences.join("; ")}${afterwards(step.action, names)}.`;
}

function startInWords(step: DialStep, names: Names): string {
  const [only, second] = step.targets;
  if (only?.kind === "conference" && !second) return `Joins the conference ${only.name}`;
  if (only?.kind === "queue" && !second) return `Takes the next caller out of the queue ${only.name}`;
  const order = !second ? "" : step.sequential ? " one after another, each" : " at once";
  const who = listWords(
    step.targets.map((target) => targetInWords(target, names)),
    "and",
  );
  return `Rings ${who}${order} for ${duration(step.timeoutSeconds)}`;
}

function targetInWords(target: DialTarget, names: Names): string {
  switch (target.kind) {
    case "number": {
      const keys = target.sendDigits === null ? "" : ` (then the keys ${target.sendDigits})`;
      return `${numberInWords(target.number, names)}${keys}`;
    }
    case "sip":
      return listWords(
        target.uris.map((uri) => numberInWords(uri, names)),
        "or",
      );
    case "client":
      return `the app of ${target.identity}`;
    case "conference":
      return `the conference ${target.name}`;
    case "queue":
      return `the queue ${target.name}`;
    case "other":
      return `${target.noun} ${target.text}`.trim();
  }
}

/** Said once if it is the same for all, else for each who is screened. */
function screeningsInWords({ targets }: DialStep, names: Names): string[] {
  const screened = targets.flatMap((target) => {
    const screening = "whenAnswered" in target ? target.whenAnswered : null;
    return screening ? [{ target, words: screeningInWords(screening, names) }] : [];
  });
  const [first] = screened;
  if (!first) return [];
  if (screened.length === targets.length && screened.every(({ words }) => words === first.words)) {
    return [`whoever answers ${first.words}`];
  }
  return screened.map(({ target, words }) => `${targetInWords(target, names)} ${words} on answering`);
}

function screeningInWords({ url }: Screening, names: Names): string {
  return names.describeScreening?.(url) ?? `first hears ${urlInWords(url, names)}`;
}
