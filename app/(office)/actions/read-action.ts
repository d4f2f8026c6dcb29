import { readPhoneNumber } from "@/app/_format/phone-number";
import type { Database } from "@/db/client";
import { type ActionParts, findActionParts } from "@/db/queries/actions/find-action-parts";
import { findActionTemplate } from "@/db/queries/actions/find-action-template";
import type { ActionTemplate } from "@/db/queries/actions/template-json";
import { isGreetingChoice } from "@/lib/template/greeting-choice";
import { schemaForAction, schemaForParameter } from "@/lib/template/parameter-schemas";
import type { ParameterDeclaration } from "@/lib/template/types";
import type { ActionValue } from "@/lib/template/value-schemas";
import { readAudio } from "./_parameters/audio-choice";
import { fieldName, readJson } from "./_parameters/parameter-props";
import { extensionsInTheWay } from "./extensions-in-the-way";
import { keysRingingOwnNumber } from "./rings-own-number";

/** An action as a form describes it, with everything that it refers to. */
export interface ReadAction {
  template: ActionTemplate;
  /** By key; those that have nothing wrong with them. */
  values: Record<string, ActionValue>;
  parts: ActionParts;
  /** By the name of the form's field. */
  fieldErrors: Record<string, string>;
}

/** Reads what a form sent for an action of a template; null when there is no such template. */
export async function readAction(
  db: Database,
  { templateId, typed }: { templateId: string; typed: Readonly<Record<string, unknown>> },
): Promise<ReadAction | null> {
  const found = await findActionTemplate(db, templateId);
  if (!found) return null;
  const { template, country } = found;
  const sent = Object.fromEntries(
    template.parameters.map((declared) => [
      declared.key,
      readField(declared, typed[fieldName(declared.key)], country),
    ]),
  );
  const { values, fieldErrors } = checkValues(template.parameters, sent);
  const [parts, inTheWay] = await Promise.all([
    findActionParts(db, referencesOf(template.parameters, values)),
    extensionsInTheWay(db, template.parameters, values),
  ]);
  const read = { template, values, parts };
  return { ...read, fieldErrors: { ...referenceErrors(read), ...inTheWay, ...fieldErrors } };
}

/** What a field holds, as the schema of its type expects it. */
function readField({ type }: ParameterDeclaration, typed: unknown, country: string): unknown {
  if (typeof typed !== "string") return null;
  switch (type) {
    case "yesNo":
      return typed === "true";
    case "phoneNumber":
      // What is no number stays as it is, and the schema says so.
      return readPhoneNumber(typed, country) ?? typed;
    case "audio":
      return readAudio(typed);
    case "people":
    case "menu":
    case "voice":
      return readJson(typed);
    default:
      return typed;
  }
}

function checkValues(
  declarations: readonly ParameterDeclaration[],
  sent: Readonly<Record<string, unknown>>,
): Pick<ReadAction, "values" | "fieldErrors"> {
  const whole = schemaForAction(declarations).safeParse(sent);
  if (whole.success) return { values: whole.data, fieldErrors: {} };
  const fieldErrors: Record<string, string> = {};
  for (const { path, message } of whole.error.issues) {
    fieldErrors[fieldName(path.join("."))] ??= message;
  }
  // What is right can be looked at already.
  const right = declarations.flatMap((declared) => {
    const parsed = schemaForParameter(declared).safeParse(sent[declared.key]);
    return parsed.success ? [[declared.key, parsed.data] as const] : [];
  });
  return { values: Object.fromEntries(right), fieldErrors };
}

interface References {
  personIds: string[];
  actionIds: string[];
  greetingIds: string[];
  numbers: string[];
}

function referencesOf(
  declarations: readonly ParameterDeclaration[],
  values: ReadAction["values"],
): References {
  const references: References = { personIds: [], actionIds: [], greetingIds: [], numbers: [] };
  for (const { key, type } of declarations) {
    const value = values[key] ?? null;
    if (type === "action" && typeof value === "string") references.actionIds.push(value);
    if (type === "phoneNumber" && typeof value === "string") references.numbers.push(value);
    if (isGreetingChoice(value)) references.greetingIds.push(value.greetingId);
    if (!Array.isArray(value)) continue;
    for (const entry of value) {
      if ("actionId" in entry) references.actionIds.push(entry.actionId);
      else if ("personId" in entry) references.personIds.push(entry.personId);
      else references.numbers.push(entry.number);
    }
  }
  return references;
}

const ownNumber =
  "This is one of your own work numbers: the call would go round. Go on to another action instead.";

/** What the values refer to and is not there, or may not be rung. */
function referenceErrors(read: Omit<ReadAction, "fieldErrors">): Record<string, string> {
  const { template, values, parts } = read;
  const { people, actions, greetings, ownNumbers } = parts;
  const errors: Record<string, string> = {};
  const isPerson = (id: string) => people.some((person) => person.id === id);
  const isAction = (id: string) => actions.some((action) => action.id === id);
  for (const key of keysRingingOwnNumber(read)) errors[fieldName(key)] = ownNumber;
  for (const { key, type } of template.parameters) {
    const value = values[key] ?? null;
    if (type === "action" && typeof value === "string" && !isAction(value)) {
      errors[fieldName(key)] = "This action has been deleted. Please choose another.";
    }
    if (isGreetingChoice(value) && !greetings.some(({ id }) => id === value.greetingId)) {
      errors[fieldName(key)] = "This greeting has been deleted. Please choose another.";
    }
    if (!Array.isArray(value)) continue;
    for (const [index, entry] of value.entries()) {
      const place = fieldName(`${key}.${index}`);
      if ("actionId" in entry) {
        if (!isAction(entry.actionId)) errors[`${place}.actionId`] = "This action has been deleted.";
      } else if ("personId" in entry) {
        if (!isPerson(entry.personId)) errors[`${place}.personId`] = "Whoever this was has been deleted.";
      } else if (ownNumbers.includes(entry.number)) {
        errors[`${place}.number`] = ownNumber;
      }
    }
  }
  return errors;
}

/** An action as it is stored, or as a new one begins, with everything that it refers to. */
export async function readStored(
  db: Database,
  template: ActionTemplate,
  stored: Readonly<Record<string, ActionValue>>,
): Promise<Omit<ReadAction, "fieldErrors">> {
  const values = Object.fromEntries(
    template.parameters.map(({ key, defaultValue }) => [key, stored[key] ?? defaultValue]),
  );
  return { template, values, parts: await findActionParts(db, referencesOf(template.parameters, values)) };
}
