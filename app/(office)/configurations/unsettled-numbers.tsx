import { Alert } from "@heroui/react/alert";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import type { UnsettledNumber } from "@/db/queries/configurations/list-unsettled-numbers";
import { numberState } from "@/lib/twilio/rest/number-state";
import { outcomeInWords } from "@/lib/twilio/rest/push-outcome";
import { RepairForm } from "../phone-numbers/[id]/repair-form";
import { numberStateWords } from "../phone-numbers/number-state-words";
import type { faultInAddress } from "./unsettled-path";

interface UnsettledNumbersProps {
  numbers: readonly UnsettledNumber[];
  /** What Twilio has just said of one of them. */
  told?: ReturnType<typeof faultInAddress>;
  country: string;
  mayRepair: boolean;
}

/** The numbers at which Twilio does not follow yet, each with why, where that is known, and with the way to try again. */
export function UnsettledNumbers({ numbers, told, country, mayRepair }: UnsettledNumbersProps) {
  const shown = numbers.flatMap((number) => {
    const state = numberState(number);
    if (state !== "waiting" && state !== "lettingGo" && state !== "drifted") return [];
    const attempt = state === "lettingGo" ? "lettingGo" : "pointing";
    const why =
      told?.phoneNumberId === number.id
        ? outcomeInWords({ outcome: "failed", fault: told.fault }, attempt)
        : null;
    return [{ ...number, state, text: why ?? numberStateWords[state].meaning }];
  });
  if (shown.length === 0) return null;
  return (
    <ul aria-label="Numbers at which Twilio does not follow" className="mb-6 flex flex-col gap-3">
      {shown.map(({ name, number, state, text, ...row }) => (
        <li key={row.id}>
          <Alert status="warning" className="gap-2 bg-warning-soft px-3 shadow-none">
            <Alert.Indicator />
            <Alert.Content className="flex flex-col gap-3">
              <Alert.Title>
                {name}, {formatPhoneNumber(number, country)}: {numberStateWords[state].label.toLowerCase()}
              </Alert.Title>
              <Alert.Description>{text}</Alert.Description>
              {mayRepair && (
                <RepairForm number={{ id: row.id, version: row.version }} isDrifted={state === "drifted"} />
              )}
            </Alert.Content>
          </Alert>
        </li>
      ))}
    </ul>
  );
}
