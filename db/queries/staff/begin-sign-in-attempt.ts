import { type SQL, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { signInAttempts } from "@/db/schema";
import type { Failures, SignInFailures } from "@/lib/auth/sign-in-pace";
import { epochMilliseconds } from "../call-path/epoch-milliseconds";

export interface SignInTry {
  /** In lower case. */
  email: string;
  /** Network that the browser is in. */
  address: string;
  at: Temporal.Instant;
}

export interface BegunSignInAttempt {
  attemptId: number;
  /** Before this attempt. */
  failures: SignInFailures;
}

/**
 * Writes an attempt down as failed before the password is looked at, and answers how many failed before it. Attempts on
 * one account, or from one address, queue for the lock: however many are sent at the same time, each counts those
 * before it.
 *
 * From an address where the account has signed in before, only failures from there count against the account: nobody
 * locks its owner out from elsewhere.
 */
export async function beginSignInAttempt(db: Database, attempt: SignInTry): Promise<BegunSignInAttempt> {
  const { email, address } = attempt;
  const at = new Date(attempt.at.epochMilliseconds);
  const [, counted, [begun]] = await db.batch([
    // Accounts before addresses, always: two attempts can never wait for each other.
    db.execute(sql`select
      pg_advisory_xact_lock(hashtextextended(${email}, 1)), pg_advisory_xact_lock(hashtextextended(${address}, 2))`),
    db.execute<{ failures: FailuresJson }>(countFailures(attempt)),
    db
      .insert(signInAttempts)
      .values({ email, address, at, hasSucceeded: false })
      .returning({ attemptId: signInAttempts.id }),
  ]);
  const failures = counted.rows[0]?.failures;
  if (!begun || !failures) throw new Error("The attempt to sign in was not written down.");
  return {
    attemptId: begun.attemptId,
    failures: {
      ofAccount: failuresFromJson(failures.ofAccount),
      fromAddress: failuresFromJson(failures.fromAddress),
    },
  };
}

interface CountJson {
  count: number;
  lastAt: number | null;
}

interface FailuresJson {
  ofAccount: CountJson;
  fromAddress: CountJson;
}

function countFailures({ email, address, at }: SignInTry): SQL {
  const now = sql`${at.toString()}::timestamptz`;
  const { email: emailColumn, address: addressColumn, hasSucceeded, at: atColumn } = signInAttempts;
  const successes = sql`from ${signInAttempts} where ${emailColumn} = ${email} and ${hasSucceeded}`;
  const lastSuccess = sql`coalesce((select max(${atColumn}) ${successes}), '-infinity')`;
  const isKnownAddress = sql`exists (select ${successes} and ${addressColumn} = ${address})`;
  const failures = (condition: SQL) => sql`(
    select json_build_object('count', count(*), 'lastAt', ${epochMilliseconds(sql`max(${atColumn})`)})
    from ${signInAttempts} where not ${hasSucceeded} and ${condition}
  )`;
  return sql`select json_build_object(
    'ofAccount', ${failures(sql`${emailColumn} = ${email}
      and ${atColumn} > greatest(${now} - interval '1 day', ${lastSuccess})
      and (${addressColumn} = ${address} or not ${isKnownAddress})`)},
    'fromAddress', ${failures(sql`${addressColumn} = ${address} and ${atColumn} > ${now} - interval '1 hour'`)}
  ) as failures`;
}

const failuresFromJson = ({ count, lastAt }: CountJson): Failures => ({
  count,
  lastAt: lastAt === null ? null : Temporal.Instant.fromEpochMilliseconds(lastAt),
});
