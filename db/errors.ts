import { NeonDbError } from "@neondatabase/serverless";

/**
 * The SQLSTATE of an error that Postgres reported, such as "23505", or null if it is some other error: the database
 * was away or too slow, or the fault is ours. See "PostgreSQL Error Codes" in its manual.
 */
export function sqlStateOf(error: unknown): string | null {
  return findNeonError(error)?.code ?? null;
}

/** The name of the constraint that refused a write, or null if none did. */
export function constraintOf(error: unknown): string | null {
  return findNeonError(error)?.constraint ?? null;
}

/** Drizzle wraps the driver's error, save from `db.batch()`. */
function findNeonError(error: unknown): NeonDbError | null {
  if (error instanceof NeonDbError) return error;
  return error instanceof Error && error.cause !== undefined ? findNeonError(error.cause) : null;
}
