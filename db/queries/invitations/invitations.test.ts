import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { constraintOf } from "@/db/errors";
import { invitations, people, staffUsers } from "@/db/schema";
import { openTestDatabase, type TestDatabase } from "@/db/test-database";
import type { StaffRole } from "@/lib/auth/roles";
import { staleVersion } from "../writes/raise-version";
import { recordAcceptance } from "./accept-invitation";
import { findInvitationByLink, findInvitationOf } from "./find-invitation";
import {
  alreadyStaff,
  changeInvitedRole,
  insertInvitation,
  invitationGone,
  renewInvitation,
  withdrawInvitation,
} from "./invite";

let database: TestDatabase;
const owner = { id: randomUUID(), email: "owner@example.com", name: "Olive Alder", role: "owner" as const };
beforeAll(async () => {
  database = await openTestDatabase();
  await database.db.insert(staffUsers).values(owner);
});
afterAll(() => database.close());

const start = Temporal.Instant.from("2026-11-23T09:00:00Z");
const days = (count: number) => start.add({ hours: 24 * count });
const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error) => constraintOf(error),
  );

async function invite(email: string, at = start) {
  const invitation = { id: randomUUID(), email, role: "manager" as const, tokenHash: randomUUID() };
  const [first, ...rest] = insertInvitation(database.db, { ...invitation, invitedById: owner.id, at });
  if (first) await database.db.batch([first, ...rest]);
  return invitation;
}
const accept = (invitation: Awaited<ReturnType<typeof invite>>, at = start) => {
  const staff = { id: randomUUID(), name: "Ben Finch", passwordHash: null };
  const [first, ...rest] = recordAcceptance(database.db, { invitation, staff, address: "192.0.2.1", at });
  return first ? refusalOf(database.db.batch([first, ...rest])) : null;
};
const anyEmail = () => `${randomUUID()}@example.com`;

describe("an invitation", () => {
  it("is found by its link, and by its address, for seven days", async () => {
    const invitation = await invite(anyEmail());
    const { id, email, tokenHash } = invitation;
    const found = await findInvitationByLink(database.db, { tokenHash, at: days(6) });
    expect(found).toMatchObject({ id, email, role: "manager", invitedByName: "Olive Alder" });
    expect(await findInvitationOf(database.db, { email, at: days(6) })).toEqual(found);
    expect(await findInvitationByLink(database.db, { tokenHash, at: days(7) })).toBeNull();
    expect(await findInvitationOf(database.db, { email, at: days(7) })).toBeNull();
    expect(await accept(invitation, days(7))).toBe(invitationGone);
  });

  it("is accepted once, however many do so at the same time", async () => {
    const invitation = await invite(anyEmail());
    const { email, tokenHash } = invitation;
    const refusals = await Promise.all([accept(invitation), accept(invitation), accept(invitation)]);
    expect(refusals.toSorted()).toEqual([invitationGone, invitationGone, null]);
    const made = await database.db.select().from(staffUsers).where(eq(staffUsers.email, email));
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({ name: "Ben Finch", role: "manager", isDisabled: false });
    expect(await findInvitationByLink(database.db, { tokenHash, at: start })).toBeNull();
  });

  it("is refused to somebody who is a staff user, and to an address that has one open", async () => {
    expect(await refusalOf(invite(owner.email))).toBe(alreadyStaff);
    const email = anyEmail();
    await invite(email);
    expect(await refusalOf(invite(email, days(6)))).toBe("invitations_one_open_per_email");
    expect(await refusalOf(invite(email, days(7)))).toBeNull();
  });

  it("ends with its old link when it is renewed, and wholly when it is withdrawn", async () => {
    const invitation = await invite(anyEmail());
    const { id, tokenHash } = invitation;
    const renewed = randomUUID();
    await database.db.batch([renewInvitation(database.db, { id, tokenHash: renewed, at: days(10) })]);
    expect(await findInvitationByLink(database.db, { tokenHash, at: start })).toBeNull();
    expect(await findInvitationByLink(database.db, { tokenHash: renewed, at: days(16) })).toMatchObject({
      id,
    });
    await database.db.batch([withdrawInvitation(database.db, id)]);
    expect(await accept(invitation)).toBe(invitationGone);
    expect(await refusalOf(database.db.batch([withdrawInvitation(database.db, id)]))).toBe(invitationGone);
    expect(await database.db.$count(invitations, eq(invitations.id, id))).toBe(0);
  });

  it("gives the role that was chosen last, and is not changed by whoever saw another", async () => {
    const invitation = await invite(anyEmail());
    const { id, tokenHash, email } = invitation;
    const change = (seenRole: StaffRole, role: StaffRole) =>
      refusalOf(database.db.batch([changeInvitedRole(database.db, { id, seenRole, role })]));
    expect(await change("manager", "owner")).toBeNull();
    expect(await change("manager", "staff")).toBe(staleVersion);
    expect(await findInvitationByLink(database.db, { tokenHash, at: start })).toMatchObject({
      role: "owner",
    });
    expect(await change("owner", "staff")).toBeNull();
    expect(await accept(invitation)).toBeNull();
    const [made] = await database.db.select().from(staffUsers).where(eq(staffUsers.email, email));
    expect(made?.role).toBe("staff");
    expect(await change("staff", "owner")).toBe(staleVersion);
  });

  it("makes somebody the person of that address, when there is one", async () => {
    const email = anyEmail();
    const [known] = await database.db
      .insert(people)
      .values({ name: "Ben Finch", email: email.toUpperCase() })
      .returning({ id: people.id });
    await accept(await invite(email));
    const [made] = await database.db.select().from(staffUsers).where(eq(staffUsers.email, email));
    expect(made?.personId).toBe(known?.id);

    const shared = anyEmail();
    await database.db.insert(people).values([
      { name: "Ana", email: shared },
      { name: "Ann", email: shared },
    ]);
    await accept(await invite(shared));
    const [unclear] = await database.db.select().from(staffUsers).where(eq(staffUsers.email, shared));
    expect(unclear?.personId).toBeNull();
  });
});
