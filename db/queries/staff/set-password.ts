import { eq, sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { staffUsers } from "@/db/schema";
import { endPasswordLinks } from "./password-links";

/** Ends every session of somebody, this one too. */
export const endSessions = (db: Database, staffUserId: string): BatchItem<"pg"> =>
  db
    .update(staffUsers)
    .set({ sessionVersion: sql`${staffUsers.sessionVersion} + 1` })
    .where(eq(staffUsers.id, staffUserId));

/** The statements that change a password: every session ends, and every link that would set another one. */
export const setPassword = (
  db: Database,
  { staffUserId, passwordHash }: { staffUserId: string; passwordHash: string },
): BatchItem<"pg">[] => [
  db.update(staffUsers).set({ passwordHash }).where(eq(staffUsers.id, staffUserId)),
  endSessions(db, staffUserId),
  endPasswordLinks(db, staffUserId),
];
