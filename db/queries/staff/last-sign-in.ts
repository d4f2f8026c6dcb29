import { sql } from "drizzle-orm";
import { signInAttempts, staffUsers } from "@/db/schema";

/**
 * A statement of its own within another: of what stands directly in a column of a select from one table, Drizzle leaves
 * out the names of the tables, and the attempts' address would be compared with itself.
 */
const newestSuccess = sql`
  select max(${signInAttempts.at}) from ${signInAttempts}
  where ${signInAttempts.email} = ${staffUsers.email} and ${signInAttempts.hasSucceeded}
`;

/** When a staff user signed in last: as far back as successes are kept, and null beyond. */
export const lastSignIn = sql<Date | null>`(${newestSuccess})`.mapWith(signInAttempts.at);
