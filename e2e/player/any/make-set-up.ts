import { randomUUID } from "node:crypto";
import { eq, inArray } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { insertActionValues, type NewActionValue } from "@/db/queries/actions/insert-action-values";
import {
  findBuiltInTemplate,
  type TemplateWithParameters,
} from "@/db/queries/templates/find-built-in-template";
import { actions, blockedCallers, knownCallers, people, personPhones } from "@/db/schema";
import {
  anyNumber,
  type GivenSchedule,
  type MadeLine,
  makeLine,
  makePerson,
  makeSchedule,
} from "../../office/make-line";
import { type AnyAction, type AnySetUp, type AnyValue, extensions, type Standing } from "./any-set-up";

export interface MadeSetUp {
  line: MadeLine;
  /** Of whoever is neither away nor off duty, and those that the actions name by number alone. */
  phonesThere: ReadonlySet<string>;
  /** What the caller's number is, where the firm has something to say about it. */
  from: string | null;
}

/** Writes a random set-up into an office: its first action answers while it is open, its last while it is closed. */
export async function makeSetUp(
  db: Database,
  { people: givenPeople, actions: given, openness, isActive, takesKnownCallersOnly, standing }: AnySetUp,
): Promise<MadeSetUp> {
  // Callers find everybody by name: those of other tests, of whom the set-up knows nothing, cannot be rung.
  await db.delete(personPhones);
  const inAnHour = new Date(Date.now() + 3_600_000);
  const made = await Promise.all(
    givenPeople.map(({ name, phones, hasDesk, isAway }) =>
      makePerson(db, name, {
        numbers: Array.from({ length: phones }, (_, place) =>
          hasDesk && place === 0 ? `sip:desk.${randomUUID().slice(0, 8)}@pbx.example.com` : anyNumber(),
        ),
        ...(isAway && { awayUntil: inAnHour }),
      }),
    ),
  );
  // An extension is one person's: whoever had it in the set-up before gives it up.
  await db.batch([
    db.update(people).set({ extension: null }).where(inArray(people.extension, extensions)),
    ...made.map(({ id }, place) =>
      db
        .update(people)
        .set({ extension: givenPeople[place]?.extension ?? null })
        .where(eq(people.id, id)),
    ),
  ]);
  const offDuty = made.filter((_, place) => givenPeople[place]?.isOffDuty).map(({ id }) => id);
  if (offDuty.length > 0) {
    const dutyScheduleId = await makeSchedule(db, { windows: [] });
    await db.update(people).set({ dutyScheduleId }).where(inArray(people.id, offDuty));
  }
  const templates = await Promise.all(given.map(({ template }) => templateOf(db, template)));
  const rows = given.map(({ template }, place) => ({
    id: randomUUID(),
    name: `Any ${template} ${place} ${randomUUID().slice(0, 8)}`,
    templateId: templates[place]?.id ?? "",
  }));
  const ids = rows.map(({ id }) => id);
  const phonesThere = new Set(
    made.flatMap(({ numbers }, place) => {
      const { isAway = false, isOffDuty = false } = givenPeople[place] ?? {};
      return isAway || isOffDuty ? [] : numbers;
    }),
  );
  const bareNumber = () => {
    const number = anyNumber();
    phonesThere.add(number);
    return number;
  };
  const values = given.flatMap((action, place) => {
    const [template, row] = [templates[place], rows[place]];
    return template && row
      ? insertActionValues(db, { ...row, template, values: valuesOf(action, ids, made, bareNumber) })
      : [];
  });
  // All of them first: one may lead to any other, and to itself.
  await db.batch([db.insert(actions).values(rows), ...values] as [BatchItem<"pg">, ...BatchItem<"pg">[]]);
  const [first = "", last = first] = [ids[0], ids.at(-1)];
  const line = await makeLine(db, {
    openActionId: first,
    closedActionId: last,
    isActive,
    takesKnownCallersOnly,
    schedule: scheduleFor(openness),
  });
  return { line, phonesThere, from: await callerOf(db, standing, first) };
}

/** Open or closed at this minute, for one reason or the other; each is the opposite of what it would be without it. */
function scheduleFor({ isOpen, by }: AnySetUp["openness"]): GivenSchedule {
  const week = (opens: boolean): GivenSchedule => (opens ? {} : { windows: [] });
  switch (by) {
    case "week":
      return week(isOpen);
    case "override":
      return { ...week(!isOpen), override: { isOpen, reason: "Fire drill", setByName: "Olive" } };
    case "exception": {
      const windows = isOpen ? [{ opensAt: "00:00", closesAt: "24:00" }] : [];
      const exception = { startsOn: "2020-01-01", endsOn: "2099-12-31", label: "Moving", windows };
      return { ...week(!isOpen), exceptions: [exception] };
    }
  }
}

/** A number of its own: the next caller is nobody's again. */
async function callerOf(db: Database, standing: Standing, actionId: string): Promise<string | null> {
  if (standing === "stranger") return null;
  const number = anyNumber();
  if (standing === "blocked") await db.insert(blockedCallers).values({ number });
  else
    await db
      .insert(knownCallers)
      .values({ number, name: "Vera Post", actionId: standing === "known" ? null : actionId });
  return number;
}

function valuesOf(
  { values }: AnyAction,
  ids: readonly string[],
  staff: readonly { id: string }[],
  bareNumber: () => string,
): Record<string, NewActionValue> {
  const idAt = (place: number) => ids[place % ids.length] ?? "";
  const written = (value: AnyValue): NewActionValue | null => {
    switch (value?.kind) {
      case "value":
        return { value: value.value };
      case "action":
        return { actionId: idAt(value.action) };
      case "menu":
        return {
          menu: value.choices.map(({ key, label, action }) => ({
            menuKey: key,
            label,
            actionId: idAt(action),
          })),
        };
      case "people":
        return {
          people: value.people.map(({ person, ringSeconds }) => {
            const found = person === null ? undefined : staff[person];
            return {
              ...(found ? { personId: found.id } : { number: bareNumber() }),
              ...(ringSeconds !== undefined && { ringSeconds }),
            };
          }),
        };
      default:
        return null;
    }
  };
  const entries = Object.entries(values).map(([key, value]) => [key, written(value)] as const);
  return Object.fromEntries(entries.flatMap(([key, value]) => (value ? [[key, value]] : [])));
}

const known = new Map<string, Promise<TemplateWithParameters | null>>();

/** The templates of a worker's database stay what they are. */
async function templateOf(db: Database, key: string): Promise<TemplateWithParameters> {
  let found = known.get(key);
  if (!found) {
    found = findBuiltInTemplate(db, key);
    known.set(key, found);
  }
  const template = await found;
  if (!template) throw new Error(`No template ships under “${key}”.`);
  return template;
}
