import { randomUUID } from "node:crypto";
import type { APIResponse } from "@playwright/test";
import { eq } from "drizzle-orm";
import { staffUsers } from "@/db/schema";
import { isAtLeast } from "@/lib/auth/roles";
import { askLookup, callMutation, listMutations } from "./call-mutation";
import { expect, test } from "./fixtures";
import { fingerprintOf } from "./security/fingerprint";
import { knownMutations } from "./security/mutations";
import { inGroups } from "./security/read-page";
import { wholeFieldsFor, withIdAt } from "./security/whole-fields";

// Hundreds of requests; no browser.
test.describe.configure({ timeout: 180_000 });

/** Where a mutation is sent: Next.js hands it on to the page that it belongs to. */
const at = "/profile";

const keyOf = ({ name, filename }: { name: string; filename: string }) => `${filename} ${name}`;

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
  const { fields } = await wholeFieldsFor(office, like, owner.id);
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
  const about = listMutations().filter((mutation) => {
    const known = knownMutations.get(keyOf(mutation));
    return known !== undefined && known.ids.length > 0 && !known.isLookup;
  });
  for (const mutation of about) {
    const owner = await makeStaff("owner");
    await signIn(owner);
    const { fields, idOfSomethingElse } = await wholeFieldsFor(office, mutation, owner.id);
    office.twilio.takeRequests();
    const before = await fingerprintOf(office.db);
    for (const place of knownMutations.get(keyOf(mutation))?.ids ?? []) {
      await inGroups([randomUUID(), idOfSomethingElse(place), "' or true --", "../team"], async (bad) => {
        const answer = await callMutation(page, { ...mutation, at }, withIdAt(fields, place, bad));
        const what = `${keyOf(mutation)}: ${place} ${JSON.stringify(bad)}`;
        expect([200, 303, 404], what).toContain(answer.status());
        expect(await answer.text(), what).not.toContain("Something went wrong");
        expect(leadsTo(answer), what).not.toContain("sign-in");
      });
    }
    expect(await fingerprintOf(office.db), keyOf(mutation)).toBe(before);
    expect(office.twilio.takeRequests(/^(POST|DELETE)/), keyOf(mutation)).toEqual([]);
    // The same fields with the right ids: so the ids alone were what was refused.
    await callMutation(page, { ...mutation, at }, fields);
    const hasAskedTwilio = office.twilio.takeRequests().length > 0;
    expect(hasAskedTwilio, keyOf(mutation)).toBe(knownMutations.get(keyOf(mutation))?.asksTwilio ?? false);
    if ((await fingerprintOf(office.db)) !== before) carriedOut.push(keyOf(mutation));
  }
  expect(carriedOut.sort()).toEqual(about.map(keyOf).sort());
});

test("a look-up by an id finds what that names, and nothing else", { tag: "@deep" }, async ({
  page,
  office,
  signedInAs,
}) => {
  const { id: ownerId } = await signedInAs("owner");
  const filename = "app/(office)/actions/lookups.ts";
  const mutation = { name: "previewDraft", filename, at };
  const { fields, idOfSomethingElse } = await wholeFieldsFor(office, mutation, ownerId);
  const templateId = fields.templateId ?? "";
  const places = (name: string) => knownMutations.get(keyOf({ name, filename }))?.ids ?? [];
  const badAt = (place: string) => [randomUUID(), idOfSomethingElse(place), "' or true --", "../team"];

  const load = async (id: unknown) =>
    (await askLookup(page, { ...mutation, name: "loadTemplate" }, [id])).text();
  expect(await load(templateId)).toContain(templateId);
  for (const id of [...badAt("id"), null, { $ne: "" }, [templateId]]) {
    expect(await load(id), JSON.stringify(id)).toMatch(/^1:null$/m);
  }

  const preview = async (typed: Record<string, string>) => (await askLookup(page, mutation, typed)).text();
  expect(await preview(fields)).toContain('"problems":[]');
  for (const place of places("previewDraft")) {
    for (const bad of badAt(place)) {
      const answer = await preview(withIdAt(fields, place, bad));
      const what = `${place} ${JSON.stringify(bad)}`;
      expect(answer, what).not.toContain('"problems":[]');
      expect(answer, what).toMatch(place === "templateId" ? /^1:null$/m : /"problems":\["/);
    }
  }
});

test("what a form names itself is made once, whoever names it again", { tag: "@deep" }, async ({
  page,
  office,
  makeStaff,
  signIn,
}) => {
  const named = listMutations().filter(({ name }) => name === "callBack" || name === "ringToRecord");
  expect(named).toHaveLength(2);
  for (const mutation of named) {
    const [first, second] = [await makeStaff("owner"), await makeStaff("owner")];
    const { id = "" } = (await wholeFieldsFor(office, mutation, first.id)).fields;
    for (const owner of [first, second]) {
      await signIn(owner);
      const { fields } = await wholeFieldsFor(office, mutation, owner.id);
      office.twilio.takeRequests();
      const before = await fingerprintOf(office.db);
      const answer = await callMutation(page, { ...mutation, at }, { ...fields, id });
      const text = await answer.text();
      expect(text, mutation.name).not.toContain("Something went wrong");
      const placed = office.twilio.takeRequests(/^POST .*Calls\.json/);
      if (owner === first) {
        expect(placed, mutation.name).toHaveLength(1);
      } else {
        expect(text, mutation.name).toContain("is being rung already");
        expect(placed, mutation.name).toEqual([]);
        expect(await fingerprintOf(office.db), mutation.name).toBe(before);
      }
    }
  }
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
