import { drizzle } from "drizzle-orm/neon-http";
import type { Database } from "@/db/client";
import { callPathDatabase } from "./database";

let database: Database | undefined;

/** The same connection for the few steps that ask for more than a call's own statements. */
export function drizzleDatabase(): Database {
  database ??= drizzle({ client: callPathDatabase().$client });
  return database;
}
