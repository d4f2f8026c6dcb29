import { eq } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { scheduleOverrides } from "@/db/schema";

export interface NewOverride {
  scheduleId: string;
  isOpen: boolean;
  /** Null: until lifted. */
  until: Temporal.Instant | null;
  reason: string;
  setBy: { id: string; name: string };
  setAt: Temporal.Instant;
}

/** The statement that opens or closes for now, in the place of whatever override there was; for a batch. */
export function setOverride(db: Database, override: NewOverride): BatchItem<"pg"> {
  const { scheduleId, isOpen, until, reason, setBy, setAt } = override;
  const values = {
    isOpen,
    until: until && new Date(until.epochMilliseconds),
    reason,
    setByName: setBy.name,
    setById: setBy.id,
    setAt: new Date(setAt.epochMilliseconds),
  };
  return db
    .insert(scheduleOverrides)
    .values({ scheduleId, ...values })
    .onConflictDoUpdate({ target: scheduleOverrides.scheduleId, set: values });
}

/** The statement that lets a schedule go by its own rules again, for a batch. */
export const liftOverride = (db: Database, scheduleId: string): BatchItem<"pg"> =>
  db.delete(scheduleOverrides).where(eq(scheduleOverrides.scheduleId, scheduleId));
