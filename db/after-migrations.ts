import type { Database } from "./client";
import { syncBuiltInTemplates } from "./sync-built-in-templates";

/** What every start of a new version does once the tables are up to date, in this order. Each may run any number of times. */
export const afterMigrations: readonly ((db: Database) => Promise<void>)[] = [syncBuiltInTemplates];
