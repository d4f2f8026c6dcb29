import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { findGreeting } from "@/db/queries/greetings/find-greeting";
import { knownCallers, phoneNumbers } from "@/db/schema";
import { makeGreeting } from "../office/make-greeting";
import { anyNumber } from "../office/make-line";
import type { Office } from "../office/start-office";
import { callMutation } from "./call-mutation";
import { expect, test } from "./fixtures";

interface Edited {
  mutation: { name: string; filename: string };
  id: string;
  /** What the form sends beside the id and the version, with a text in one of its fields. */
  fields(text: string): Record<string, string>;
  /** What stands in that field in the database. */
  stored(): Promise<string | undefined>;
}

/** The models whose own specs do not walk two editors through the form for each push; it is the same for all of them. */
const models: Readonly<Record<string, (office: Office) => Promise<Edited>>> = {
  "phone number": async ({ db }) => {
    const id = randomUUID();
    await db.insert(phoneNumbers).values({ id, number: anyNumber(), friendlyName: "Front desk" });
    return {
      mutation: { name: "saveNumber", filename: "app/(office)/phone-numbers/mutations.ts" },
      id,
      fields: (friendlyName) => ({ friendlyName }),
      stored: async () =>
        (await db.select().from(phoneNumbers).where(eq(phoneNumbers.id, id)))[0]?.friendlyName,
    };
  },
  greeting: async ({ db }) => {
    const { id, soundIds } = await makeGreeting(db);
    return {
      mutation: { name: "saveGreeting", filename: "app/(office)/greetings/mutations.ts" },
      id,
      fields: (name) => ({ name, standingSoundId: soundIds[0] ?? "", recordings: "[]" }),
      stored: async () => (await findGreeting(db, id))?.name,
    };
  },
  "known caller": async ({ db }) => {
    const [id, number] = [randomUUID(), anyNumber()];
    await db.insert(knownCallers).values({ id, number, name: "Ana Lima" });
    return {
      mutation: { name: "saveKnownCaller", filename: "app/(office)/known-callers/mutations.ts" },
      id,
      fields: (note) => ({ number, name: "Ana Lima", actionId: "", note }),
      stored: async () => (await db.select().from(knownCallers).where(eq(knownCallers.id, id)))[0]?.note,
    };
  },
};

test("of two who opened the same form the second is told, keeps what was typed, and may save over it", async ({
  page,
  office,
  makeStaff,
  signIn,
}) => {
  const [ben, olive] = [await makeStaff("manager", "Ben Finch"), await makeStaff("manager")];
  for (const [what, make] of Object.entries(models)) {
    const { mutation, id, fields, stored } = await make(office);
    const [his, hers] = [`His ${id}`, `Hers ${id}`];
    const save = (text: string, version: number) =>
      callMutation(page, { ...mutation, at: "/profile" }, { id, version: String(version), ...fields(text) });

    await signIn(ben);
    expect((await save(his, 1)).headers()["x-action-redirect"], what).toBeTruthy();
    await signIn(olive);
    const refused = await save(hers, 1);
    expect(refused.headers()["x-action-redirect"], what).toBeUndefined();
    const answer = await refused.text();
    expect(answer, what).toContain('"conflict":{"version":2,"byName":"Ben Finch"');
    expect(answer, what).toContain(hers);
    expect(await stored(), what).toBe(his);

    expect((await save(hers, 2)).headers()["x-action-redirect"], what).toBeTruthy();
    expect(await stored(), what).toBe(hers);
  }
});
