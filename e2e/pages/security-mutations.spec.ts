import { randomUUID } from "node:crypto";
import type { APIResponse } from "@playwright/test";
import { eq } from "drizzle-orm";
import { blockedCallers, greetings, knownCallers, staffUsers, templates } from "@/db/schema";
import { isAtLeast } from "@/lib/auth/roles";
import { anyNumber, makeAction, makePerson } from "../office/make-line";
import type { Office } from "../office/start-office";
import { callMutation, listMutations } from "./call-mutation";
import { expect, test } from "./fixtures";
import { plausibleFields } from "./preview-fields";
import { fingerprintOf } from "./security/fingerprint";
import { knownMutations } from "./security/mutations";
import { inGroups } from "./security/read-page";

// Hundreds of requests; no browser.
test.describe.configure({ timeout: 180_000 });

/** Where a mutation is sent: Next.js hands it on to the page that it belongs to. */
const at = "/profile";

const keyOf = ({ name, filename }: { name: string; filename: string }) => `${filename} ${name}`;

/** Fields with which it would be carried out, as far as one bag can hold them for all; and the id of something else. */
async function fieldsFor(
  office: Office,
  mutation: { name: string; filename: string },
  ownerId: string,
): Promise<{ fields: Record<string, string>; idOfSomethingElse: string }> {
  const { db } = office;
  const member = { id: randomUUID(), email: `${randomUUID()}@example.com` };
  const [person, action, otherAction] = [
    await makePerson(db, "Ana Lima"),
    await makeAction(db, "say", { text: { value: "Hello." } }),
    await makeAction(db, "say", { text: { value: "Hello." } }),
  ];
  const [blocked, known, greeting, template] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await db.batch([
    db.insert(blockedCallers).values({ id: blocked, number: anyNumber() }),
    db.insert(knownCallers).values({ id: known, number: anyNumber(), name: "Ana Lima" }),
    db.insert(greetings).values({ id: greeting, name: `Greeting ${greeting}` }),
    db.insert(templates).values({ id: template, name: template, body: "<Response><Hangup/></Response>" }),
  ]);
  const fields = await plausibleFields(office, mutation, { origin: office.app.baseUrl, ownerId, member });
  const own: Record<string, string> = {
    people: person.id,
    actions: action.id,
    "blocked-callers": blocked,
    "known-callers": known,
    greetings: greeting,
    templates: template,
  };
  const folder = mutation.filename.split("/").find((part) => part in own);
  return {
    fields: {
      ...fields,
      ...(folder && { id: own[folder] ?? "" }),
      as: "heard",
      actionId: otherAction.id,
      templateId: template,
      personId: person.id,
      assignedToId: person.id,
      dutyScheduleId: fields.scheduleId ?? "",
      token: "",
      newPassword: "walnut bridge copper violin",
      extension: "",
      awayUntil: "",
      phones: JSON.stringify([]),
    },
    idOfSomethingElse: person.id,
  };
}

const leadsTo = (answer: APIResponse): string =>
  answer.headers()["x-action-redirect"] ?? answer.headers().location ?? "";

test("every mutation is on the list of who may", () => {
  expect(listMutations().map(keyOf).sort()).toEqual([...knownMutations.keys()].sort());
});

test("no mutation is carried out for a stranger, for a role that does not reach, or for another site", async ({
  page,
  office,
  playwright,
  baseURL,
  makeStaff,
  signIn,
}) => {
  const stranger = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
  const [staff, manager, owner] = [
    await makeStaff("staff"),
    await makeStaff("manager"),
    await makeStaff("owner"),
  ];
  // One bag for all: none of them comes to look into it.
  const like = { name: "saveConfiguration", filename: "app/(office)/configurations/mutations.ts" };
  const { fields } = await fieldsFor(office, like, owner.id);
  const plans = listMutations().map((mutation) => ({ mutation, fields }));
  office.twilio.takeRequests();
  const before = await fingerprintOf(office.db);
  const send = async (request: typeof stranger, plan: (typeof plans)[number], headers = {}) =>
    callMutation({ request }, { ...plan.mutation, at }, plan.fields, headers);
  const roleOf = ({ mutation }: (typeof plans)[number]) => knownMutations.get(keyOf(mutation))?.role;

  await inGroups(
    plans.filter((one) => roleOf(one) !== "anyone"),
    async (plan) => expect(leadsTo(await send(stranger, plan)), keyOf(plan.mutation)).toContain("/sign-in"),
  );
  for (const [role, account] of [
    ["staff", staff],
    ["manager", manager],
  ] as const) {
    await signIn(account);
    const beyond = plans.filter((one) => {
      const least = roleOf(one);
      return least !== undefined && least !== "anyone" && !isAtLeast(role, least);
    });
    expect(beyond.length).toBeGreaterThan(10);
    await inGroups(beyond, async (plan) => {
      const answer = await send(page.request, plan);
      const what = `${role}: ${keyOf(plan.mutation)}`;
      expect(leadsTo(answer), what).toContain(`/not-allowed?needs=${roleOf(plan)}`);
    });
  }
  // Next.js compares the origin with the host, and answers as it does to what it cannot make sense of.
  await signIn(owner);
  for (const origin of ["https://evil.example", "null"]) {
    await inGroups(plans, async (plan) => {
      const answer = await send(page.request, plan, { origin });
      expect(answer.status(), `${origin}: ${keyOf(plan.mutation)}`).toBe(500);
      expect(leadsTo(answer)).toBe("");
    });
  }
  expect(await fingerprintOf(office.db)).toBe(before);
  expect(office.twilio.takeRequests()).toEqual([]);
  await stranger.dispose();
});

test("an id of nothing, of something else, or that is none, is refused and writes nothing", {
  tag: "@deep",
}, async ({ page, office, makeStaff, signIn }) => {
  const carriedOut: string[] = [];
  for (const mutation of listMutations()) {
    const known = knownMutations.get(keyOf(mutation));
    if (!known || known.ids.length === 0) continue;
    const owner = await makeStaff("owner");
    await signIn(owner);
    const { fields, idOfSomethingElse } = await fieldsFor(office, mutation, owner.id);
    if (mutation.filename.includes("/team/mutations")) fields.id = (await makeStaff("staff")).id;
    const isAboutPeople = mutation.filename.includes("/people/");
    office.twilio.takeRequests();
    const before = await fingerprintOf(office.db);
    for (const field of known.ids) {
      const isOfPerson =
        field === "personId" || field === "assignedToId" || (isAboutPeople && field === "id");
      const other = isOfPerson ? (fields.scheduleId ?? "") : idOfSomethingElse;
      await inGroups([randomUUID(), other, "' or true --", "../team"], async (bad) => {
        const answer = await callMutation(page, { ...mutation, at }, { ...fields, [field]: bad });
        const what = `${keyOf(mutation)}: ${field} ${JSON.stringify(bad)}`;
        expect([200, 303, 404], what).toContain(answer.status());
        expect(await answer.text(), what).not.toContain("Something went wrong");
        expect(leadsTo(answer), what).not.toContain("sign-in");
      });
    }
    expect(await fingerprintOf(office.db), keyOf(mutation)).toBe(before);
    expect(office.twilio.takeRequests(/^(POST|DELETE)/), keyOf(mutation)).toEqual([]);
    if (known.needsMore) continue;
    // The same fields with the right ids: so the ids alone were what was refused.
    await callMutation(page, { ...mutation, at }, fields);
    if ((await fingerprintOf(office.db)) !== before) carriedOut.push(keyOf(mutation));
  }
  const expected = [...knownMutations].filter(([, { ids, needsMore }]) => ids.length > 0 && !needsMore);
  expect(carriedOut.sort()).toEqual(expected.map(([key]) => key).sort());
});

test("a form that says more than it should changes nothing of what it was not asked", async ({
  page,
  office,
  makeStaff,
  signIn,
}) => {
  const [me, other] = [await makeStaff("staff", "Mia Reed"), await makeStaff("owner", "Ben Finch")];
  const rowOf = async ({ id }: { id: string }) =>
    (await office.db.select().from(staffUsers).where(eq(staffUsers.id, id)))[0];
  const [mine, theirs] = [await rowOf(me), await rowOf(other)];
  await signIn(me);
  const mutation = { name: "saveMyName", filename: "app/(office)/profile/mutations.ts", at };
  await callMutation(page, mutation, {
    version: "1",
    name: "Mia Reed-Alder",
    // Whose it is comes from the session, and what it changes from the schema.
    id: other.id,
    staffUserId: other.id,
    role: "owner",
    email: "mia@example.com",
    sessionVersion: "99",
    passwordHash: "$argon2id$",
    "constructor.prototype.role": "owner",
  });
  expect(await rowOf(other)).toEqual(theirs);
  const { name, version, updatedAt, ...rest } = (await rowOf(me)) ?? {};
  expect({ name, version }).toEqual({ name: "Mia Reed-Alder", version: 2 });
  expect(updatedAt).not.toBeUndefined();
  expect(mine).toMatchObject(rest);
});
