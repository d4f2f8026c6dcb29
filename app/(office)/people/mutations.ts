"use server";

import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { listInWords } from "@/app/_format/list-in-words";
import { seenVersion } from "@/app/_mutations/form-fields";
import { mutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { sayAndGo } from "@/app/_mutations/say-and-go";
import { write } from "@/app/_mutations/write";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findPerson } from "@/db/queries/people/find-person";
import { findPersonUses } from "@/db/queries/people/find-person-uses";
import { replacePhones } from "@/db/queries/people/replace-phones";
import { raiseVersion } from "@/db/queries/writes/raise-version";
import { people } from "@/db/schema";
import { checkPerson, personRefusals, personRow } from "./check-person";
import { personInWords } from "./person-in-words";
import { personFields } from "./person-schema";
import { whatItDoesInWords } from "./what-it-does-in-words";

export const addPerson = mutation({
  name: "addPerson",
  minimumRole: "manager",
  schema: z.object(personFields),
  async run(typed, { staff, db }) {
    const now = Temporal.Now.instant();
    const firm = await getFirm(db);
    const person = await checkPerson(typed, { db, id: randomUUID(), firm, now });
    const row = personRow(person);
    await write(
      db,
      [
        db.insert(people).values(row),
        ...replacePhones(db, { personId: row.id, phones: person.phones }),
        ...recordActivity(db, {
          staff,
          verb: "addPerson",
          subject: "person",
          subjectId: row.id,
          subjectName: row.name,
          before: null,
          after: personInWords(person, { ...firm, now }),
        }),
      ],
      { refusals: personRefusals },
    );
    return sayAndGo(`${row.name}: added.`, "/people");
  },
});

export const savePerson = mutation({
  name: "savePerson",
  minimumRole: "manager",
  schema: z.object({ ...seenVersion, ...personFields }),
  async run({ id, version, ...typed }, { staff, db }) {
    const now = Temporal.Now.instant();
    const [firm, before] = await Promise.all([getFirm(db), findPerson(db, id)]);
    const person = await checkPerson(typed, { db, id, firm, now });
    const row = personRow(person);
    const seen = { id, version };
    await write(
      db,
      [
        raiseVersion(db, people, seen),
        db.update(people).set(row).where(eq(people.id, id)),
        ...replacePhones(db, { personId: id, phones: person.phones }),
        ...recordActivity(db, {
          staff,
          verb: "savePerson",
          subject: "person",
          subjectId: id,
          subjectName: row.name,
          before: before && personInWords(before, { ...firm, now }),
          after: personInWords(person, { ...firm, now }),
        }),
      ],
      { refusals: personRefusals, editing: { table: people, subject: "person", seen } },
    );
    return sayAndGo(`${row.name}: saved.`, "/people");
  },
});

export const deletePerson = mutation({
  name: "deletePerson",
  minimumRole: "manager",
  schema: z.object(seenVersion),
  async run(seen, { staff, db }) {
    const [firm, before, { actions }] = await Promise.all([
      getFirm(db),
      findPerson(db, seen.id),
      findPersonUses(db, seen.id),
    ]);
    if (!before) return sayAndGo("Somebody else has deleted this person already.", "/people");
    if (actions.length > 0) {
      const uses = actions.map(({ name, ...use }) => `“${name}” ${whatItDoesInWords(use)}`);
      throw new Refusal({
        message: `${before.name} is still needed: ${listInWords(uses, "en")}. Change that first.`,
      });
    }
    await write(
      db,
      [
        raiseVersion(db, people, seen),
        db.delete(people).where(eq(people.id, seen.id)),
        ...recordActivity(db, {
          staff,
          verb: "deletePerson",
          subject: "person",
          subjectId: seen.id,
          subjectName: before.name,
          before: personInWords(before, { ...firm, now: Temporal.Now.instant() }),
          after: null,
        }),
      ],
      {
        refusals: {
          action_people_person_id_people_id_fk: `An action has just begun to ring or tell ${before.name}: look again.`,
        },
        editing: { table: people, subject: "person", seen },
      },
    );
    return sayAndGo(`${before.name}: deleted.`, "/people");
  },
});
