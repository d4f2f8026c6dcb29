"use server";

import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { seenVersion } from "@/app/_mutations/form-fields";
import { mutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { sayAndGo } from "@/app/_mutations/say-and-go";
import { write } from "@/app/_mutations/write";
import { constraintOf } from "@/db/errors";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findOpenInvitation } from "@/db/queries/invitations/find-invitation";
import {
  alreadyStaff,
  changeInvitedRole,
  insertInvitation,
  invitationGone,
  renewInvitation,
  withdrawInvitation,
} from "@/db/queries/invitations/invite";
import { staleVersion } from "@/db/queries/writes/raise-version";
import { emailAddress } from "@/lib/auth/credentials";
import { hashLinkToken, makeLinkToken } from "@/lib/auth/link-token";
import { staffRoles } from "@/lib/auth/roles";
import { roleNames } from "../_team/role-words";
import { invitationConflict } from "./invitation-conflict";
import { roleOfVersion } from "./role-version";
import { sendInvitation } from "./send-invitation";

const gone = "This invitation has been accepted or withdrawn in the meantime.";
const list = "/team/invitations";

export const inviteStaff = mutation({
  name: "inviteStaff",
  minimumRole: "owner",
  schema: z.object({ email: emailAddress, role: z.enum(staffRoles, "Choose a role.") }),
  revalidates: [list],
  async run({ email, role }, { staff, db }) {
    const { name: firmName } = await getFirm(db);
    const id = randomUUID();
    const token = makeLinkToken();
    const at = Temporal.Now.instant();
    const invitation = { id, email, role, tokenHash: hashLinkToken(token), invitedById: staff.id, at };
    await write(
      db,
      [
        ...insertInvitation(db, invitation),
        ...recordActivity(db, {
          staff,
          verb: "inviteStaff",
          subject: "invitation",
          subjectId: id,
          subjectName: email,
          before: null,
          after: { "E-mail address": email, Role: roleNames[role] },
        }),
      ],
      {
        refusals: {
          [alreadyStaff]: { field: "email", message: "Somebody with this address is in the team already." },
          invitations_one_open_per_email: {
            field: "email",
            message: "This address is invited already. You can send the invitation again from the list.",
          },
        },
      },
    );
    return sendInvitation({ to: email, token, firmName, invitedByName: staff.name });
  },
});

/** The address stays as it is: whoever holds the link has shown that they read that mailbox, and no other. */
export const saveInvitation = mutation({
  name: "saveInvitation",
  minimumRole: "owner",
  schema: z.object({ ...seenVersion, role: z.enum(staffRoles, "Choose a role.") }),
  revalidates: [list],
  async run({ id, version, role }, { staff, db }) {
    const seenRole = roleOfVersion(version);
    const invitation = await findOpenInvitation(db, id);
    if (!invitation || !seenRole) throw new Refusal({ message: gone });
    const { email } = invitation;
    try {
      await write(db, [
        changeInvitedRole(db, { id, seenRole, role }),
        ...recordActivity(db, {
          staff,
          verb: "saveInvitation",
          subject: "invitation",
          subjectId: id,
          subjectName: email,
          before: { Role: roleNames[seenRole] },
          after: { Role: roleNames[role] },
        }),
      ]);
    } catch (error) {
      if (constraintOf(error) === staleVersion) throw await invitationConflict(db, id, gone);
      throw error;
    }
    return sayAndGo(`${email} is now invited as ${roleNames[role].toLowerCase()}.`, list);
  },
});

export const resendInvitation = mutation({
  name: "resendInvitation",
  minimumRole: "owner",
  schema: z.object({ id: z.uuid() }),
  revalidates: [list],
  async run({ id }, { staff, db }) {
    const invitation = await findOpenInvitation(db, id);
    if (!invitation) throw new Refusal({ message: gone });
    const { email, firmName } = invitation;
    const token = makeLinkToken();
    await write(
      db,
      [
        renewInvitation(db, { id, tokenHash: hashLinkToken(token), at: Temporal.Now.instant() }),
        ...recordActivity(db, {
          staff,
          verb: "resendInvitation",
          subject: "invitation",
          subjectId: id,
          subjectName: email,
          before: null,
          after: { Link: "a new one, for seven days" },
        }),
      ],
      { refusals: { [invitationGone]: gone } },
    );
    return sendInvitation({ to: email, token, firmName, invitedByName: staff.name });
  },
});

export const withdrawOpenInvitation = mutation({
  name: "withdrawOpenInvitation",
  minimumRole: "owner",
  schema: z.object({ id: z.uuid() }),
  async run({ id }, { staff, db }) {
    const invitation = await findOpenInvitation(db, id);
    if (!invitation) return sayAndGo(gone, list);
    const { email, role } = invitation;
    await write(
      db,
      [
        withdrawInvitation(db, id),
        ...recordActivity(db, {
          staff,
          verb: "withdrawInvitation",
          subject: "invitation",
          subjectId: id,
          subjectName: email,
          before: { "E-mail address": email, Role: roleNames[role] },
          after: null,
        }),
      ],
      { refusals: { [invitationGone]: gone } },
    );
    return sayAndGo(`The invitation of ${email} is withdrawn.`, list);
  },
});
