import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { constraintOf } from "@/db/errors";
import { passwordResetTokens, staffUsers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import {
  findPasswordLink,
  hasEnoughPasswordLinks,
  insertPasswordLink,
  passwordLinkGone,
  setPasswordByLink,
} from "./password-links";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const start = Temporal.Instant.from("2026-11-23T09:00:00Z");
const minutes = (count: number) => start.add({ minutes: count });
const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error) => constraintOf(error),
  );

async function makeStaff(more: Partial<typeof staffUsers.$inferInsert> = {}) {
  const id = randomUUID();
  await database.db
    .insert(staffUsers)
    .values({ id, email: `${id}@example.com`, name: "Ben Finch", role: "staff", ...more });
  return id;
}
async function link(staffUserId: string, at = start) {
  const tokenHash = randomUUID();
  const [first, ...rest] = insertPasswordLink(database.db, { staffUserId, tokenHash, at });
  if (first) await database.db.batch([first, ...rest]);
  return tokenHash;
}
function follow(staffUserId: string, tokenHash: string, at = start) {
  const passwordHash = `$argon2id$${tokenHash}`;
  const [first, ...rest] = setPasswordByLink(database.db, { staffUserId, tokenHash, passwordHash, at });
  return first ? refusalOf(database.db.batch([first, ...rest])) : null;
}

describe("a password link", () => {
  it("is found for an hour", async () => {
    const id = await makeStaff();
    const tokenHash = await link(id);
    expect(await findPasswordLink(database.db, { tokenHash, at: minutes(59) })).toMatchObject({
      staffUserId: id,
      name: "Ben Finch",
    });
    expect(await findPasswordLink(database.db, { tokenHash, at: minutes(60) })).toBeNull();
    expect(await findPasswordLink(database.db, { tokenHash: "made up", at: start })).toBeNull();
    expect(await follow(id, tokenHash, minutes(60))).toBe(passwordLinkGone);
  });

  it("works once, however many follow it at the same time, and ends every session", async () => {
    const id = await makeStaff();
    const tokenHash = await link(id);
    const refusals = await Promise.all([follow(id, tokenHash), follow(id, tokenHash)]);
    expect(refusals.toSorted()).toEqual([null, passwordLinkGone].toSorted());
    const [user] = await database.db.select().from(staffUsers).where(eq(staffUsers.id, id));
    expect(user).toMatchObject({ sessionVersion: 2, passwordHash: `$argon2id$${tokenHash}` });
  });

  it("ends when another one of the same person has been used", async () => {
    const id = await makeStaff();
    const [one, other] = [await link(id), await link(id)];
    await follow(id, one);
    expect(await follow(id, other)).toBe(passwordLinkGone);
  });

  it("is no way in for somebody who is disabled, nor to anybody else's account", async () => {
    const [disabled, other] = [await makeStaff({ isDisabled: true }), await makeStaff()];
    const tokenHash = await link(disabled);
    expect(await findPasswordLink(database.db, { tokenHash, at: start })).toBeNull();
    expect(await follow(disabled, tokenHash)).toBe(passwordLinkGone);
    expect(await follow(other, tokenHash)).toBe(passwordLinkGone);
  });

  it("is one of three at the same time, and old ones are cleared away", async () => {
    const id = await makeStaff();
    const isEnough = (at: Temporal.Instant) => hasEnoughPasswordLinks(database.db, { staffUserId: id, at });
    await link(id);
    await link(id);
    expect(await isEnough(start)).toBe(false);
    await link(id);
    expect(await isEnough(start)).toBe(true);
    expect(await isEnough(minutes(60))).toBe(false);
    await link(id, start.add({ hours: 26 }));
    expect(await database.db.$count(passwordResetTokens, eq(passwordResetTokens.staffUserId, id))).toBe(1);
  });
});
