import { eq } from "drizzle-orm";
import { connect } from "@/db/client";
import { defaultFolder } from "@/db/embedded/address";
import { findRunning } from "@/db/embedded/find-running";
import { people, personPhones } from "@/db/schema";

const patienceMilliseconds = 2_000;

/**
 * Whose phone a number is, from the database of the app on this machine: Twilio, whose part the terminal takes, knows
 * numbers alone. No names where there is no such database, as when a deployed app is called.
 *
 * @throws when there is one and it does not answer.
 */
export async function findNames(): Promise<ReadonlyMap<string, string>> {
  const database = await localDatabase();
  if (!database) return new Map();
  const rows = await connect({ ...database, timeoutMilliseconds: patienceMilliseconds })
    .select({ name: people.name, number: personPhones.number })
    .from(personPhones)
    .innerJoin(people, eq(people.id, personPhones.personId));
  return new Map(rows.map(({ number, name }) => [number, name]));
}

/** One that is running already: a call starts none. */
async function localDatabase() {
  const { DATABASE_URL, NEON_HTTP_ENDPOINT } = process.env;
  if (DATABASE_URL) return { databaseUrl: DATABASE_URL, httpEndpoint: NEON_HTTP_ENDPOINT || undefined };
  const running = await findRunning(defaultFolder);
  return running?.state === "ready" ? running : null;
}
