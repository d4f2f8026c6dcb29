"use server";

import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { markSignInSucceeded } from "@/db/queries/staff/end-sign-in-attempt";
import { insertFirstOwner } from "@/db/queries/staff/insert-first-owner";
import { hasOwner, ownerExists } from "@/db/queries/staff/owners";
import { beginAtPace } from "@/lib/auth/begin-at-pace";
import { emailAddress } from "@/lib/auth/credentials";
import { networkFrom } from "@/lib/auth/network-of";
import { pageDatabase } from "@/lib/auth/page-database";
import { isSetupCode } from "@/lib/auth/setup-code";
import { tooSoonInWords } from "@/lib/auth/sign-in-pace";
import { settings } from "@/lib/env";
import { enter } from "../_entrance/enter";
import { hashNewPassword, newPasswordField } from "../_entrance/new-password";
import { requiredText } from "../_mutations/form-fields";
import { openMutation } from "../_mutations/mutation";
import { Refusal } from "../_mutations/refusal";
import { write } from "../_mutations/write";

const tooLate = "There is an owner already. Sign in, or ask them for an invitation.";

export const makeFirstOwner = openMutation({
  name: "makeFirstOwner",
  schema: z.object({
    code: z.string().trim().min(1, "Enter the setup code."),
    firmName: requiredText("Enter the name of your firm."),
    name: requiredText("Enter your name."),
    email: emailAddress,
    ...newPasswordField,
  }),
  async run({ code, firmName, name, email, newPassword }) {
    const db = pageDatabase();
    if (await hasOwner(db)) throw new Refusal({ message: tooLate });
    await checkSetupCode(code);
    const passwordHash = await hashNewPassword(newPassword, { name, email, firmName });
    const owner = { id: randomUUID(), name, email, passwordHash };
    await write(db, insertFirstOwner(db, { owner, firmName }), {
      refusals: {
        [ownerExists]: tooLate,
        staff_users_email_unique: { field: "email", message: "Somebody has this address already." },
      },
    });
    return enter({ email, password: newPassword });
  },
});

/**
 * Whoever guesses is slowed down by their address alone: a stranger cannot keep the owner from being first.
 *
 * @throws Refusal when it is wrong, or when there were too many wrong ones.
 */
async function checkSetupCode(code: string): Promise<void> {
  const db = pageDatabase();
  const address = networkFrom(await headers());
  const at = Temporal.Now.instant();
  const { attemptId, waitSeconds } = await beginAtPace(db, { email: `setup from ${address}`, address, at });
  if (waitSeconds > 0) throw new Refusal({ message: tooSoonInWords(waitSeconds) });
  if (!isSetupCode(code, settings())) {
    throw new Refusal({ fieldErrors: { code: "This is not the setup code." } });
  }
  await markSignInSucceeded(db, { attemptId, at });
}
