import type { NewActionValue } from "@/db/queries/actions/insert-action-values";
import type { ActionGreeting, ActionPerson, ActionTarget, CallAction } from "@/lib/call/setup";
import { isGreetingChoice } from "@/lib/template/greeting-choice";
import type { ScalarValue } from "@/lib/template/types";
import type { MenuEntry, PersonEntry } from "@/lib/template/value-schemas";
import type { ReadAction } from "./read-action";

/** The action that a form describes, as the call path would look it up. */
export function callActionOf(
  { id, name }: { id: string; name: string },
  { template, values, parts }: Omit<ReadAction, "fieldErrors">,
): CallAction {
  const people: ActionPerson[] = [];
  const targets: ActionTarget[] = [];
  const greetings: ActionGreeting[] = [];
  const addTarget = (key: string, actionId: string, menu: MenuEntry | null) => {
    // An action that leads to itself is called what the form calls it.
    const actionName = actionId === id ? name : parts.actions.find((each) => each.id === actionId)?.name;
    if (actionName === undefined) return;
    targets.push({ key, actionId, actionName, menuKey: menu?.key ?? null, label: menu?.label ?? null });
  };
  const parameters = template.parameters.map(({ key, type, defaultValue }) => {
    const value = values[key] ?? null;
    if (type === "people") people.push(...entriesOf<PersonEntry>(value).flatMap(personOf(key, parts)));
    if (type === "menu")
      for (const entry of entriesOf<MenuEntry>(value)) addTarget(key, entry.actionId, entry);
    if (type === "action" && typeof value === "string") addTarget(key, value, null);
    if (isGreetingChoice(value)) {
      const known = parts.greetings.find((greeting) => greeting.id === value.greetingId);
      if (known) greetings.push({ key, name: known.name, recordings: known.recordings });
    }
    const isReference = type === "people" || type === "menu" || type === "action" || isGreetingChoice(value);
    return { key, type, defaultValue, value: isReference ? null : (value as ScalarValue | null) };
  });
  return { id, name, body: template.body, parameters, people, targets, greetings };
}

const entriesOf = <Entry>(value: unknown): Entry[] => (Array.isArray(value) ? (value as Entry[]) : []);

const personOf =
  (key: string, { people }: ReadAction["parts"]) =>
  (entry: PersonEntry): ActionPerson[] => {
    const ringSeconds = entry.ringSeconds ?? null;
    const same = { key, ringSeconds, lastTookAt: null };
    if ("number" in entry)
      return [{ ...same, personId: null, name: null, awayUntil: null, duty: null, numbers: [entry.number] }];
    const known = people.find(({ id }) => id === entry.personId);
    if (!known) return [];
    const { id: personId, name, awayUntil, duty, numbers } = known;
    return [{ ...same, personId, name, awayUntil, duty, numbers }];
  };

/** The values as they are stored: what is empty is left out. */
export function valuesToStore({ template, values }: Pick<ReadAction, "template" | "values">) {
  const stored: Record<string, NewActionValue> = {};
  for (const { key, type } of template.parameters) {
    const value = values[key] ?? null;
    if (value === null) continue;
    if (type === "people") stored[key] = { people: entriesOf<PersonEntry>(value) };
    else if (type === "action") stored[key] = { actionId: String(value) };
    else if (type === "menu") {
      const menu = entriesOf<MenuEntry>(value);
      stored[key] = { menu: menu.map(({ key: menuKey, ...entry }) => ({ menuKey, ...entry })) };
    } else if (isGreetingChoice(value)) stored[key] = value;
    else stored[key] = { value: value as ScalarValue };
  }
  return stored;
}
