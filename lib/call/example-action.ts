import type { ParameterDeclaration, ScalarValue } from "@/lib/template/types";
import type { ActionParameter, ActionPerson, ActionTarget, CallAction } from "./setup";

/** What an action is made of when nobody has filled it in yet: a template, and something for each parameter. */
export interface DeclaredTemplate {
  name: string;
  body: string;
  parameters: readonly ParameterDeclaration[];
}

/** No action of this id is ever stored. */
export const exampleActionId = "00000000-0000-4000-8000-000000000000";

/** Numbers that the North American Numbering Plan keeps for fiction. */
const exampleNumbers = ["+12025550142", "+12025550143"];

/**
 * An action of a template with example values, to look at the template with: its defaults, and something of the right
 * type wherever it asks for more. A sound is left out unless it is required, since it mostly stands in for a text.
 */
export function exampleAction({ name, body, parameters }: DeclaredTemplate): CallAction {
  return {
    id: exampleActionId,
    name,
    body,
    parameters: parameters.map(({ key, type, label, isRequired, defaultValue, bounds }) => ({
      key,
      type,
      defaultValue,
      value: defaultValue ?? exampleValue({ type, label, isRequired, bounds }),
    })),
    people: parameters.flatMap(examplePeople),
    targets: parameters.flatMap(exampleTargets),
  };
}

/** The same action, with examples wherever a required parameter is still empty, so that it can be looked at already. */
export function withExamples(action: CallAction, declarations: readonly ParameterDeclaration[]): CallAction {
  const isMissing = ({ key, isRequired }: ParameterDeclaration) =>
    isRequired &&
    !action.parameters.some((parameter) => parameter.key === key && hasValue(parameter)) &&
    !action.people.some((person) => person.key === key) &&
    !action.targets.some((target) => target.key === key) &&
    !action.greetings?.some((greeting) => greeting.key === key);
  const missing = declarations.filter(isMissing);
  if (missing.length === 0) return action;
  const examples = exampleAction({ name: action.name, body: action.body, parameters: missing });
  const exampleFor = (key: string) => examples.parameters.find((parameter) => parameter.key === key)?.value;
  return {
    ...action,
    parameters: action.parameters.map((parameter) => ({
      ...parameter,
      value: parameter.value ?? exampleFor(parameter.key) ?? null,
    })),
    people: [...action.people, ...examples.people],
    targets: [...action.targets, ...examples.targets],
  };
}

const hasValue = ({ value, defaultValue }: ActionParameter): boolean =>
  value !== null || defaultValue !== null;

function exampleValue({
  type,
  label,
  isRequired,
  bounds,
}: Pick<ParameterDeclaration, "type" | "label" | "isRequired" | "bounds">): ScalarValue | null {
  switch (type) {
    case "text":
    case "longText":
      return `(${label})`.slice(0, bounds.maxLength);
    case "number":
      return bounds.min ?? Math.min(10, bounds.max ?? 10);
    case "choice":
      return bounds.options?.[0]?.value ?? null;
    case "phoneNumber":
      return exampleNumbers[0] ?? null;
    case "yesNo":
      return true;
    case "audio":
      return isRequired ? "/sounds/chime.wav" : null;
    default:
      return null;
  }
}

function examplePeople({ key, type, bounds }: ParameterDeclaration): ActionPerson[] {
  if (type !== "people") return [];
  const names = bounds.max === 1 ? ["somebody"] : ["somebody", "somebody else"];
  return names.map((name, index) => ({
    key,
    personId: null,
    name,
    awayUntil: null,
    duty: null,
    numbers: exampleNumbers.slice(index, index + 1),
    ringSeconds: null,
    lastTookAt: null,
  }));
}

function exampleTargets({ key, type }: ParameterDeclaration): ActionTarget[] {
  const target = { key, actionId: exampleActionId, actionName: "Another action" };
  if (type === "action") return [{ ...target, menuKey: null, label: null }];
  if (type !== "menu") return [];
  return [
    { ...target, menuKey: "1", label: "Something" },
    { ...target, menuKey: "2", label: "Something else" },
  ];
}
