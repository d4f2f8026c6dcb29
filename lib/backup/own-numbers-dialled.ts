import { Temporal } from "temporal-polyfill";
import { exampleActionId } from "@/lib/call/example-action";
import { numbersDialled } from "@/lib/call/numbers-dialled";
import type { ScalarValue } from "@/lib/template/types";
import type { Entry, SetUp } from "./set-up";

/** Whatever hour it is: nobody is away or off duty who is given by a number alone. */
const at = Temporal.Instant.fromEpochMilliseconds(0);

/**
 * Where an action would ring a work number of the firm's own, so that its call went round: each as the path within its
 * values. A work number that is only shown or spoken is none.
 */
export function ownNumbersDialled(
  action: Entry<"actions">,
  { firm, templates }: Pick<SetUp, "firm" | "templates">,
  own: ReadonlySet<string>,
): (string | number)[][] {
  const listed = Object.entries(action.values).flatMap(([key, value]) =>
    Array.isArray(value)
      ? value.flatMap((entry, place) =>
          "number" in entry && own.has(entry.number) ? [[key, place, "number"]] : [],
        )
      : [],
  );
  return [...listed, ...keysDialled(action, { firm, templates }, own).map((key) => [key])];
}

/** Of the templates that ship with the app none has a parameter for a single number. */
function keysDialled(
  { template: used, values }: Entry<"actions">,
  { firm, templates }: Pick<SetUp, "firm" | "templates">,
  own: ReadonlySet<string>,
): string[] {
  const template = "own" in used ? templates.find(({ id }) => id === used.own) : undefined;
  if (!template) return [];
  const parameters = template.parameters.map(({ key, type, defaultValue }) => ({
    key,
    type,
    defaultValue,
    value: scalarOf(values[key]) ?? defaultValue,
  }));
  const suspects = parameters.filter(({ type, value }) => type === "phoneNumber" && own.has(String(value)));
  if (suspects.length === 0) return [];
  const dialled = numbersDialled(
    { id: exampleActionId, name: "", body: template.body.join("\n"), parameters, people: [], targets: [] },
    template.parameters,
    {
      firm: {
        name: firm.name,
        voice: { name: firm.voice, language: firm.language },
        fallbackNumber: firm.fallbackNumber,
      },
      at,
    },
  );
  return suspects.filter(({ value }) => dialled.includes(String(value))).map(({ key }) => key);
}

/** What refers to something else is filled with an example: it says nothing of the numbers. */
function scalarOf(value: Entry<"actions">["values"][string] | undefined): ScalarValue | null {
  if (value === undefined) return null;
  if (typeof value !== "object") return value;
  return "language" in value ? value : null;
}
