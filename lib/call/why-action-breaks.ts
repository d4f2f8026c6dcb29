import { Temporal } from "temporal-polyfill";
import { schemaForParameter } from "@/lib/template/parameter-schemas";
import { TemplateFault } from "@/lib/template/template-fault";
import type { ParameterDeclaration, ParameterType } from "@/lib/template/types";
import type { ActionValue } from "@/lib/template/value-schemas";
import { checkTwiml } from "@/lib/twiml/check-twiml";
import { exampleMoment } from "./example-moment";
import { renderAction } from "./render-action";
import type { CallAction } from "./setup";

/** What of a template an action depends on. */
export interface TemplateContents {
  body: string;
  parameters: readonly ParameterDeclaration[];
}

/**
 * Why an action would no longer do what it does once its template has been changed, each in a sentence; an empty list if
 * it goes on working. What was wrong before the change is not held against it.
 */
export function whyActionBreaks(
  action: CallAction,
  before: TemplateContents,
  after: TemplateContents,
): string[] {
  const old = new Set([...misfits(action, before), ...faults(action, before)]);
  const unfit = misfits(action, after);
  const reasons = unfit.length > 0 ? unfit : faults(action, after);
  return [...lostValues(action, after), ...reasons.filter((reason) => !old.has(reason))];
}

function lostValues(action: CallAction, { parameters }: TemplateContents): string[] {
  return action.parameters.flatMap(({ key, type }) => {
    const value = valueUnder(action, key);
    const declared = parameters.find((parameter) => parameter.key === key);
    if (isEmpty(value) || (declared && takesValueOf(declared.type, type))) return [];
    return declared
      ? [`“${declared.label}” gets another type, and this action has a value of the old one.`]
      : [`The parameter “${key}” is taken away, and this action has a value there.`];
  });
}

const misfits = (action: CallAction, { parameters }: TemplateContents): string[] =>
  parameters.flatMap((declared) => misfit(action, declared));

/** A value that is left empty is covered by the default, as when a call is answered. */
function misfit(action: CallAction, declared: ParameterDeclaration): string[] {
  const isSame = action.parameters.some(
    ({ key, type }) => key === declared.key && takesValueOf(declared.type, type),
  );
  const value = isSame ? valueUnder(action, declared.key) : null;
  if (isEmpty(value)) {
    const isMissing = declared.isRequired && declared.defaultValue === null;
    return isMissing ? [`“${declared.label}” must be filled in, and this action has nothing there.`] : [];
  }
  const parsed = schemaForParameter(declared).safeParse(value);
  return parsed.success
    ? []
    : [`Its value for “${declared.label}” would no longer fit: ${parsed.error.issues[0]?.message}.`];
}

/** A text is a text, however large its field. */
const takesValueOf = (type: ParameterType, other: ParameterType): boolean =>
  type === other || (isText(type) && isText(other));

const isText = (type: ParameterType): boolean => type === "text" || type === "longText";

const isEmpty = (value: ActionValue): boolean =>
  value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** Who somebody is, or which greeting, makes no difference to a declaration: only that there is one, and how many. */
const anybody = "00000000-0000-4000-8000-000000000000";

function valueUnder(action: CallAction, key: string): ActionValue {
  const parameter = action.parameters.find((each) => each.key === key);
  const targets = action.targets.filter((target) => target.key === key);
  if (!parameter) return null;
  switch (parameter.type) {
    case "people":
      return action.people
        .filter((person) => person.key === key)
        .map(({ name, numbers: [number = ""], ringSeconds }) => ({
          ...(name === null ? { number } : { personId: anybody }),
          ...(ringSeconds !== null && { ringSeconds }),
        }));
    case "action":
      return targets[0]?.actionId ?? null;
    case "menu":
      return targets.map(({ menuKey, label, actionId }) => ({
        key: menuKey ?? "",
        label: label ?? "",
        actionId,
      }));
    case "audio":
      return action.greetings?.some((greeting) => greeting.key === key)
        ? { greetingId: anybody }
        : parameter.value;
    default:
      return parameter.value;
  }
}

function withDeclaration(action: CallAction, { body, parameters }: TemplateContents): CallAction {
  const scalarUnder = (key: string, type: ParameterType) =>
    action.parameters.find((each) => each.key === key && takesValueOf(type, each.type))?.value ?? null;
  return {
    ...action,
    body,
    parameters: parameters.map(({ key, type, defaultValue }) => ({
      key,
      type,
      defaultValue,
      value: scalarUnder(key, type),
    })),
  };
}

/** Any will do: whether the answer works does not depend on it. By then everybody is back. */
const moment = exampleMoment({
  at: Temporal.Instant.from("9000-01-01T00:00:00Z"),
  origin: "https://switchboard.example",
  firm: {
    name: "Our office",
    voice: { name: "Polly.Joanna-Neural", language: "en-US" },
    fallbackNumber: null,
  },
});

function faults(action: CallAction, after: TemplateContents): string[] {
  try {
    return checkTwiml(renderAction(withDeclaration(action, after), moment))
      .filter(({ severity }) => severity === "error")
      .map(({ message }) => `With its values the text would not work: ${message.replace(/^Line \d+: /, "")}`);
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error;
    return [`With its values the text would not work: line ${error.line}: ${error.message}`];
  }
}
