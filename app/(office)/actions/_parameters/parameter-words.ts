import type { ParameterDeclaration } from "@/lib/template/types";

export const labelOf = ({ label, isRequired }: ParameterDeclaration): string =>
  isRequired ? label : `${label} (optional)`;

/** What the declaration says for itself, and what its bounds say. */
export function helpOf({ help, type, isRequired, bounds, defaultValue }: ParameterDeclaration): string {
  const isSpoken = type === "text" || type === "longText";
  const sentences = [
    help.trim(),
    type === "number" ? rangeInWords(bounds) : "",
    isSpoken && !isRequired && typeof defaultValue === "string" ? `Left empty: “${defaultValue}”` : "",
  ];
  return sentences.filter(Boolean).join(" ");
}

function rangeInWords({ min, max, unit }: ParameterDeclaration["bounds"]): string {
  const counted = unit ? ` ${unit}` : "";
  if (min !== undefined && max !== undefined) return `Between ${min} and ${max}${counted}.`;
  if (min !== undefined) return `At least ${min}${counted}.`;
  if (max !== undefined) return `At most ${max}${counted}.`;
  return unit ? `In ${unit}.` : "";
}
