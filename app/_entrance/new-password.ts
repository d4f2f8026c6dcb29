import { z } from "zod";
import { Refusal } from "@/app/_mutations/refusal";
import { hashPassword } from "@/lib/auth/password";
import { type PasswordOwner, passwordFault } from "@/lib/auth/password-fault";

/** Looked at by `hashNewPassword`, which knows whose it is to be. */
export const newPasswordField = { newPassword: z.string().min(1, "Choose a password.") };

/**
 * A new password as it is kept.
 *
 * @throws Refusal beside the field when it is too short, or would be guessed.
 */
export async function hashNewPassword(newPassword: string, owner: PasswordOwner): Promise<string> {
  const fault = passwordFault(newPassword, owner);
  if (fault) throw new Refusal({ fieldErrors: { newPassword: fault } });
  return hashPassword(newPassword);
}
