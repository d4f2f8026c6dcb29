import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { markSignInSucceeded } from "@/db/queries/staff/end-sign-in-attempt";
import { findSignInAccount } from "@/db/queries/staff/find-sign-in-account";
import { beginAtPace } from "./begin-at-pace";
import { isPassword } from "./password";

export interface PasswordTry {
  /** In lower case. */
  email: string;
  password: string;
  /** Network that the browser is in. */
  address: string;
  at: Temporal.Instant;
}

/** What a try to sign in came to. An unknown account, a disabled one and a wrong password are one and the same. */
export type PasswordOutcome =
  | { kind: "right"; staffUserId: string; sessionVersion: number }
  | { kind: "wrong" }
  | { kind: "tooSoon"; waitSeconds: number };

/** Whether this e-mail address and password let somebody in, at a pace that guessing does not survive. */
export async function checkPassword(db: Database, given: PasswordTry): Promise<PasswordOutcome> {
  const { email, password, at } = given;
  const [{ attemptId, waitSeconds }, account] = await Promise.all([
    beginAtPace(db, given),
    findSignInAccount(db, email),
  ]);
  if (waitSeconds > 0) return { kind: "tooSoon", waitSeconds };
  const isRight = await isPassword(password, account?.passwordHash ?? null);
  if (!isRight || !account || account.isDisabled) return { kind: "wrong" };
  await markSignInSucceeded(db, { attemptId, at });
  return { kind: "right", staffUserId: account.id, sessionVersion: account.sessionVersion };
}
