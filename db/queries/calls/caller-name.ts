import { sql } from "drizzle-orm";
import { calls, knownCallers } from "@/db/schema";

/** The caller's name: as the firm knows them, else as their carrier does. */
export const callerName = sql<string | null>`coalesce(${knownCallers.name}, ${calls.fromName})`;
