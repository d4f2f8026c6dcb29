import { stepAt } from "@/lib/call/answer-in-words";
import type { Step } from "@/lib/call/step";
import type { CallStep } from "@/lib/twiml/call-step";
import { interpretTwiml } from "@/lib/twiml/interpret-twiml";

export interface Way {
  when: string;
  kind: "go" | "menu" | "extension" | "directory" | "after-dial" | "after-record" | "after-name";
  step: Step;
}

/** The steps of ours that an answer leads to, each with when it comes to it. */
export function waysOnward(twiml: string, origin: string): Way[] {
  const { steps } = interpretTwiml(twiml);
  const way = (when: string, kind: Way["kind"], url: string | null): Way[] => {
    const step = url === null ? null : stepAt(url, origin);
    return step?.kind === kind ? [{ when, kind, step }] : [];
  };
  return steps.flatMap((step) => {
    switch (step.kind) {
      case "dial":
        return way("If nobody takes the call", "after-dial", step.action);
      case "gather":
        return (["menu", "extension", "directory"] as const).flatMap((kind) =>
          way("If a key is pressed", kind, step.action),
        );
      case "record":
        return [
          ...way("Once a message is left", "after-record", step.action),
          ...way("Once they have said their name", "after-name", step.action),
        ];
      case "redirect":
        return way(whenSentOn(steps), "go", step.url);
      default:
        return [];
    }
  });
}

function whenSentOn(steps: readonly CallStep[]): string {
  if (steps.some(({ kind }) => kind === "record")) return "If no message is left";
  return steps.some(({ kind }) => kind === "gather") ? "If nothing is entered" : "Then";
}
