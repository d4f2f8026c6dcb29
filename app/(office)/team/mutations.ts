"use server";

import { eq } from "drizzle-orm";
import type { Route } from "next";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { linkTo } from "@/app/_entrance/link-to";
import { requiredText, seenVersion } from "@/app/_mutations/form-fields";
import { mutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { sayAndGo } from "@/app/_mutations/say-and-go";
import { write } from "@/app/_mutations/write";
import { findTeamMember } from "@/db/queries/staff/find-team-member";
import { keepAnOwner, lockOwners } from "@/db/queries/staff/owners";
import { endPasswordLinks, insertPasswordLink } from "@/db/queries/staff/password-links";
import { endSessions } from "@/db/queries/staff/set-password";
import { raiseVersion } from "@/db/queries/writes/raise-version";
import { staffUsers } from "@/db/schema";
import { hashLinkToken, makeLinkToken } from "@/lib/auth/link-token";
import { staffRoles } from "@/lib/auth/roles";
import { getTeamMember, memberRefusals, recordMember } from "./team-member-changes";

export const saveTeamMember = mutation({
  name: "saveTeamMember",
  minimumRole: "owner",
  schema: z.object({
    ...seenVersion,
    name: requiredText("Enter a name."),
    role: z.enum(staffRoles, "Choose a role."),
    personId: z.union([z.uuid(), z.literal("").transform(() => null)]),
  }),
  async run({ id, version, ...changed }, { staff, db }) {
    const before = await findTeamMember(db, id);
    const seen = { id, version };
    await write(
      db,
      [
        lockOwners(db),
        raiseVersion(db, staffUsers, seen),
        db.update(staffUsers).set(changed).where(eq(staffUsers.id, id)),
        keepAnOwner(db),
        ...(await recordMember(db, { staff, verb: "saveTeamMember", before, changed })),
      ],
      { refusals: memberRefusals, editing: { table: staffUsers, subject: "staffUser", seen } },
    );
    return sayAndGo(`${changed.name}: saved.`, "/team");
  },
});

export const disableMember = mutation({
  name: "disableMember",
  minimumRole: "owner",
  schema: z.object(seenVersion),
  async run(seen, { staff, db }) {
    const before = await getTeamMember(db, seen.id);
    const changed = { isDisabled: true };
    await write(
      db,
      [
        lockOwners(db),
        raiseVersion(db, staffUsers, seen),
        db.update(staffUsers).set(changed).where(eq(staffUsers.id, seen.id)),
        // Enabled again, they sign in again.
        endSessions(db, seen.id),
        endPasswordLinks(db, seen.id),
        keepAnOwner(db),
        ...(await recordMember(db, { staff, verb: "disableMember", before, changed })),
      ],
      { refusals: memberRefusals, editing: { table: staffUsers, subject: "staffUser", seen } },
    );
    return sayAndGo(`${before.name} cannot sign in any longer.`, `/team/${seen.id}` as Route);
  },
});

export const enableMember = mutation({
  name: "enableMember",
  minimumRole: "owner",
  schema: z.object(seenVersion),
  async run(seen, { staff, db }) {
    const before = await getTeamMember(db, seen.id);
    const changed = { isDisabled: false };
    await write(
      db,
      [
        raiseVersion(db, staffUsers, seen),
        db.update(staffUsers).set(changed).where(eq(staffUsers.id, seen.id)),
        ...(await recordMember(db, { staff, verb: "enableMember", before, changed })),
      ],
      { editing: { table: staffUsers, subject: "staffUser", seen } },
    );
    return sayAndGo(`${before.name} can sign in again.`, `/team/${seen.id}` as Route);
  },
});

export const signOutMember = mutation({
  name: "signOutMember",
  minimumRole: "owner",
  schema: z.object({ id: z.uuid() }),
  async run({ id }, { staff, db }) {
    const before = await getTeamMember(db, id);
    await write(db, [
      endSessions(db, id),
      ...(await recordMember(db, { staff, verb: "signOutMember", before, done: { Sessions: "ended" } })),
    ]);
    return sayAndGo(`${before.name} is signed out everywhere.`, `/team/${id}` as Route);
  },
});

/** For offices that send no e-mails, and for e-mails that do not arrive. */
export const makePasswordLink = mutation({
  name: "makePasswordLink",
  minimumRole: "owner",
  schema: z.object({ id: z.uuid() }),
  async run({ id }, { staff, db }) {
    const before = await getTeamMember(db, id);
    if (before.isDisabled) throw new Refusal({ message: `${before.name} is disabled: enable them first.` });
    const token = makeLinkToken();
    const link = { staffUserId: id, tokenHash: hashLinkToken(token), at: Temporal.Now.instant() };
    await write(db, [
      ...insertPasswordLink(db, link),
      ...(await recordMember(db, {
        staff,
        verb: "makePasswordLink",
        before,
        done: { "Password link": "made, for an hour" },
      })),
    ]);
    const url = await linkTo(`/reset-password/${token}`);
    return `Copy this link now and send it to ${before.name} yourself; it works once, for an hour. ${url}`;
  },
});

export const removeTeamMember = mutation({
  name: "removeTeamMember",
  minimumRole: "owner",
  schema: z.object(seenVersion),
  async run(seen, { staff, db }) {
    const before = await findTeamMember(db, seen.id);
    if (!before) return sayAndGo("Somebody else has removed them already.", "/team");
    await write(
      db,
      [
        lockOwners(db),
        raiseVersion(db, staffUsers, seen),
        // First, while whoever removes themselves is still there to be named.
        ...(await recordMember(db, { staff, verb: "removeTeamMember", before, isRemoved: true })),
        db.delete(staffUsers).where(eq(staffUsers.id, seen.id)),
        keepAnOwner(db),
      ],
      { refusals: memberRefusals, editing: { table: staffUsers, subject: "staffUser", seen } },
    );
    return sayAndGo(`${before.name} is no longer in the team.`, "/team");
  },
});
