import { Chip } from "@heroui/react/chip";
import type { NumberState } from "@/lib/twilio/rest/number-state";
import { numberStateWords } from "./number-state-words";

const colors = {
  inStep: "success",
  atPreview: "accent",
  waiting: "warning",
  lettingGo: "warning",
  drifted: "danger",
  gone: "danger",
  notOurs: "default",
  example: "default",
} as const;

/** How a number stands at Twilio, in a word or two. */
export function NumberStateChip({ state }: { state: NumberState }) {
  return (
    <Chip size="sm" color={colors[state]} variant="soft" className="whitespace-nowrap">
      {numberStateWords[state].label}
    </Chip>
  );
}
