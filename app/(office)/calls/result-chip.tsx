import { Chip } from "@heroui/react/chip";
import type { CallResult } from "@/db/queries/calls/call-result";

export const resultWords: Record<CallResult, string> = {
  answered: "Answered",
  voicemail: "Left a message",
  missed: "Missed",
  told: "Heard a text",
  rejected: "Turned away",
};

const colors = {
  answered: "success",
  voicemail: "accent",
  missed: "danger",
  told: "default",
  rejected: "default",
} as const;

export function ResultChip({ result }: { result: CallResult }) {
  return (
    <Chip size="sm" variant="soft" color={colors[result]}>
      {resultWords[result]}
    </Chip>
  );
}
