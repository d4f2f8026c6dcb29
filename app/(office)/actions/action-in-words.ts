import { formatPhoneNumber } from "@/app/_format/phone-number";
import type { InWords } from "@/db/queries/activity/record-activity";
import { isGreetingChoice } from "@/lib/template/greeting-choice";
import type { ParameterDeclaration } from "@/lib/template/types";
import type { ActionValue } from "@/lib/template/value-schemas";
import { voiceInWords } from "@/lib/twiml/voices";
import { languageInWords } from "./_parameters/language-in-words";

interface ActionToTell {
  name: string;
  template: { name: string; parameters: readonly ParameterDeclaration[] };
  values: Readonly<Record<string, ActionValue>>;
}

/** An action as the activity page tells of it. `nameOf` gives people, actions and greetings their names, by id. */
export function actionInWords(
  { name, template, values }: ActionToTell,
  nameOf: (id: string) => string | undefined,
  country: string,
): InWords {
  const told = template.parameters.map((declared) => [
    declared.label,
    valueInWords(declared, values[declared.key] ?? null, nameOf, country),
  ]);
  return { Name: name, Template: template.name, ...Object.fromEntries(told) };
}

function valueInWords(
  { type, bounds }: ParameterDeclaration,
  value: ActionValue,
  nameOf: (id: string) => string | undefined,
  country: string,
): string {
  if (value === null) return "";
  if (Array.isArray(value)) {
    return value
      .map((entry) => {
        if ("actionId" in entry) return `${entry.key} ${entry.label}: ${nameOf(entry.actionId) ?? "?"}`;
        const who =
          "number" in entry ? formatPhoneNumber(entry.number, country) : (nameOf(entry.personId) ?? "?");
        return entry.ringSeconds === undefined ? who : `${who} (${entry.ringSeconds} seconds)`;
      })
      .join(", ");
  }
  if (isGreetingChoice(value)) return `The greeting “${nameOf(value.greetingId) ?? "?"}”`;
  if (typeof value === "object") return `${voiceInWords(value.name)}, ${languageInWords(value.language)}`;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (type === "action") return nameOf(String(value)) ?? "?";
  if (type === "phoneNumber") return formatPhoneNumber(String(value), country);
  if (type === "choice") return bounds.options?.find((option) => option.value === value)?.label ?? `${value}`;
  return type === "number" && bounds.unit ? `${value} ${bounds.unit}` : `${value}`;
}
