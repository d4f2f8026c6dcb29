import { Temporal } from "temporal-polyfill";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { exampleAction } from "@/lib/call/example-action";
import { exampleMoment } from "@/lib/call/example-moment";
import { previewAction } from "@/lib/call/preview-action";
import type { CallPreview } from "@/lib/call/preview-call";
import type { Firm } from "@/lib/call/setup";
import { declarationSchema } from "@/lib/template/declaration-schema";
import { checkDraft, type Problem } from "@/lib/template/draft/check-draft";
import { isReservedWord, parameterKeyForm } from "@/lib/template/reserved-words";
import type { ParameterDeclaration } from "@/lib/template/types";
import { type DeclarationFields, readDeclaration } from "../_declaration/read-declaration";
import { typesInWords } from "../_declaration/types-in-words";

export interface LookedAt {
  problems: Problem[];
  /** What is declared so far. */
  parameters: ParameterDeclaration[];
  /** What it would do with example values; null while it cannot be said. */
  preview: CallPreview | null;
}

export interface Surroundings {
  firm: Firm;
  /** ISO 3166-1 alpha-2: how numbers are written. */
  country: string;
}

/** Everything there is to say of a template as it stands in the form, by the functions that saving and calls use. */
export function lookAtDraft(
  body: string,
  fields: readonly DeclarationFields[],
  { firm, country }: Surroundings,
): LookedAt {
  const parameters = declaredSoFar(fields);
  const problems = checkDraft({ body, parameters });
  const isRight = problems.every(({ severity }) => severity !== "error");
  return { problems, parameters, preview: isRight ? preview(body, parameters, { firm, country }) : null };
}

function preview(
  body: string,
  parameters: readonly ParameterDeclaration[],
  { firm, country }: Surroundings,
): CallPreview {
  const action = exampleAction({ name: "", body, parameters });
  const moment = exampleMoment({ at: Temporal.Now.instant(), origin: window.location.origin, firm });
  return previewAction(action, [], moment, (number) => formatPhoneNumber(number, country));
}

/** A parameter that is not declared to the end yet counts by its key and type; its own fields say what is missing. */
function declaredSoFar(fields: readonly DeclarationFields[]): ParameterDeclaration[] {
  const declared = new Map<string, ParameterDeclaration>();
  for (const each of fields) {
    const parsed = declarationSchema.safeParse(readDeclaration(each));
    const declaration = parsed.success ? parsed.data : inOutline(each);
    if (declaration && !declared.has(declaration.key)) declared.set(declaration.key, declaration);
  }
  return [...declared.values()];
}

function inOutline(fields: DeclarationFields): ParameterDeclaration | null {
  const key = fields.key?.trim() ?? "";
  const type = fields.type ?? "";
  if (!parameterKeyForm.test(key) || isReservedWord(key) || !isType(type)) return null;
  const label = fields.label?.trim() || key;
  return { key, label, type, help: "", isRequired: false, defaultValue: null, bounds: {} };
}

const isType = (type: string): type is ParameterDeclaration["type"] => Object.hasOwn(typesInWords, type);
