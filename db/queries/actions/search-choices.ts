import { asc, eq, ilike, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { actions, greetings, people, personPhones, templates } from "@/db/schema";
import { anywhere } from "../lists/list-request";

/** As many as a person reads through. */
export const mostFound = 30;

/** Actions whose name holds a text, for a field that chooses one, each with its template's name. */
export function searchActionChoices(
  db: Database,
  search: string,
): Promise<{ id: string; name: string; templateName: string }[]> {
  return db
    .select({ id: actions.id, name: actions.name, templateName: templates.name })
    .from(actions)
    .innerJoin(templates, eq(templates.id, actions.templateId))
    .where(ilike(actions.name, anywhere(search)))
    .orderBy(sql`lower(${actions.name})`)
    .limit(mostFound);
}

/** People whose name or extension holds a text, with how many of their phones are rung. */
export function searchPeopleChoices(
  db: Database,
  search: string,
): Promise<{ id: string; name: string; phones: number }[]> {
  return db
    .select({
      id: people.id,
      name: people.name,
      phones: sql<number>`(count(${personPhones.id}) filter (where ${personPhones.isRung}))::int`,
    })
    .from(people)
    .leftJoin(personPhones, eq(personPhones.personId, people.id))
    .where(or(ilike(people.name, anywhere(search)), ilike(people.extension, anywhere(search))))
    .groupBy(people.id)
    .orderBy(sql`lower(${people.name})`, people.id)
    .limit(mostFound);
}

/** Greetings of the library whose name holds a text. */
export function searchGreetingChoices(db: Database, search: string): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: greetings.id, name: greetings.name })
    .from(greetings)
    .where(ilike(greetings.name, anywhere(search)))
    .orderBy(sql`lower(${greetings.name})`)
    .limit(mostFound);
}

/** Templates whose name holds a text, those that ship with the app first. */
export function searchTemplateChoices(
  db: Database,
  search: string,
): Promise<{ id: string; name: string; description: string; builtInKey: string | null }[]> {
  return db
    .select({
      id: templates.id,
      name: templates.name,
      description: templates.description,
      builtInKey: templates.builtInKey,
    })
    .from(templates)
    .where(or(ilike(templates.name, anywhere(search)), ilike(templates.description, anywhere(search))))
    .orderBy(sql`${templates.builtInKey} is null`, asc(sql`lower(${templates.name})`), templates.id)
    .limit(mostFound);
}
