import { Chip } from "@heroui/react/chip";
import type { Temporal } from "temporal-polyfill";
import { type ResultOf, resultInWords, resultNow } from "./result-in-words";

const colors = {
  answered: "success",
  voicemail: "accent",
  missed: "danger",
  told: "default",
  rejected: "default",
  goingOn: "warning",
} as const;

export function ResultChip({ call, now }: { call: ResultOf; now: Temporal.Instant }) {
  const result = resultNow(call, now);
  return (
    <Chip size="sm" variant="soft" color={result === null ? "default" : colors[result]}>
      {resultInWords(call, now)}
    </Chip>
  );
}
