import type { InWords } from "@/db/queries/activity/record-activity";
import type { Template } from "@/db/queries/templates/find-template";
import type { ParameterBounds, ParameterDeclaration, ScalarValue } from "@/lib/template/types";
import { typesInWords } from "./_declaration/types-in-words";

/** A template, label by label, for the record of what was changed. */
export function templateInWords({
  name,
  description,
  body,
  parameters,
}: Pick<Template, "name" | "description" | "body" | "parameters">): InWords {
  const declared = parameters.map((parameter, index) => [
    `Parameter ${parameter.key}`,
    `${index + 1}. ${declarationInWords(parameter)}`,
  ]);
  return { Name: name, Description: description, Text: body, ...Object.fromEntries(declared) };
}

function declarationInWords(declaration: ParameterDeclaration): string {
  const { label, help, type, isRequired, defaultValue, bounds } = declaration;
  return [
    `“${label}”: ${typesInWords[type].toLowerCase()}`,
    isRequired ? "must be filled in" : "may be left empty",
    ...boundsInWords(bounds),
    ...(defaultValue === null ? [] : [`begins as ${defaultInWords(declaration)}`]),
    ...(help ? [help] : []),
  ].join("; ");
}

/** What limits a value, each in a few words: "at least 5 seconds". */
export function boundsInWords({ maxLength, min, max, step, unit, options }: ParameterBounds): string[] {
  const counted = unit ? ` ${unit}` : "";
  return [
    ...(maxLength === undefined ? [] : [`at most ${maxLength} characters`]),
    ...(min === undefined ? [] : [`at least ${min}${counted}`]),
    ...(max === undefined ? [] : [`at most ${max}${counted}`]),
    ...(step === undefined ? [] : [`in steps of ${step}`]),
    ...(unit && min === undefined && max === undefined ? [`in ${unit}`] : []),
    ...(options ? [options.map(({ label }) => label).join(", ")] : []),
  ];
}

/** The default as a person reads it, or null where there is none. */
export function defaultInWords({
  defaultValue,
  bounds,
}: Pick<ParameterDeclaration, "defaultValue" | "bounds">): string | null {
  const option = bounds.options?.find(({ value }) => value === defaultValue);
  return option ? `“${option.label}”` : scalarInWords(defaultValue, bounds.unit);
}

function scalarInWords(value: ScalarValue | null, unit = ""): string | null {
  if (value === null) return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return `${value} ${unit}`.trim();
  return typeof value === "object" ? `${value.name} (${value.language})` : `“${value}”`;
}
