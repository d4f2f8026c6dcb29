"use server";

import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { enter } from "@/app/_entrance/enter";
import { hashNewPassword, newPasswordField } from "@/app/_entrance/new-password";
import { requiredText } from "@/app/_mutations/form-fields";
import { openMutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { write } from "@/app/_mutations/write";
import { recordAcceptance } from "@/db/queries/invitations/accept-invitation";
import { findInvitationByLink } from "@/db/queries/invitations/find-invitation";
import { invitationGone } from "@/db/queries/invitations/invite";
import { hashLinkToken } from "@/lib/auth/link-token";
import { networkFrom } from "@/lib/auth/network-of";
import { pageDatabase } from "@/lib/auth/page-database";

const gone = "This invitation has been used or withdrawn, or is too old. Ask an owner to send it again.";

/** The token is the whole of the permission: 256 random bits, of which the database knows a hash. */
export const acceptInvitation = openMutation({
  name: "acceptInvitation",
  schema: z.object({
    token: z.string(),
    name: requiredText("Enter your name."),
    ...newPasswordField,
  }),
  async run({ token, name, newPassword }) {
    const db = pageDatabase();
    const at = Temporal.Now.instant();
    const invitation = await findInvitationByLink(db, { tokenHash: hashLinkToken(token), at });
    if (!invitation) throw new Refusal({ message: gone });
    const { email, firmName } = invitation;
    const passwordHash = await hashNewPassword(newPassword, { name, email, firmName });
    const staff = { id: randomUUID(), name, passwordHash };
    const address = networkFrom(await headers());
    await write(db, recordAcceptance(db, { invitation, staff, address, at }), {
      refusals: {
        [invitationGone]: gone,
        staff_users_email_unique: "Somebody with this address has an account already. Sign in instead.",
      },
    });
    return enter({ email, password: newPassword });
  },
});
