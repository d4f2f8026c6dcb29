"use server";

import { headers } from "next/headers";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { enter } from "@/app/_entrance/enter";
import { hashNewPassword, newPasswordField } from "@/app/_entrance/new-password";
import { openMutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { write } from "@/app/_mutations/write";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { findPasswordLink, passwordLinkGone, setPasswordByLink } from "@/db/queries/staff/password-links";
import { recordSignIn } from "@/db/queries/staff/record-sign-in";
import { hashLinkToken } from "@/lib/auth/link-token";
import { networkFrom } from "@/lib/auth/network-of";
import { pageDatabase } from "@/lib/auth/page-database";

const gone = "This link has been used, or is too old. Ask for another one.";

/** The token is the whole of the permission: 256 random bits, of which the database knows a hash. */
export const choosePassword = openMutation({
  name: "choosePassword",
  schema: z.object({ token: z.string(), ...newPasswordField }),
  async run({ token, newPassword }) {
    const db = pageDatabase();
    const at = Temporal.Now.instant();
    const tokenHash = hashLinkToken(token);
    const link = await findPasswordLink(db, { tokenHash, at });
    if (!link) throw new Refusal({ message: gone });
    const { staffUserId, name, email } = link;
    const passwordHash = await hashNewPassword(newPassword, link);
    await write(
      db,
      [
        ...setPasswordByLink(db, { staffUserId, tokenHash, passwordHash, at }),
        recordSignIn(db, { email, address: networkFrom(await headers()), at }),
        ...recordActivity(db, {
          staff: { id: staffUserId, name },
          verb: "choosePassword",
          subject: "staffUser",
          subjectId: staffUserId,
          subjectName: name,
          before: null,
          after: { Password: "a new one, by a link" },
        }),
      ],
      { refusals: { [passwordLinkGone]: gone } },
    );
    return enter({ email, password: newPassword });
  },
});
