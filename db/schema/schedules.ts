import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  pgTable,
  smallint,
  text,
  time,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { checkNotBlank, createdAt, id, instant, updatedAt, version } from "./columns";
import { staffUsers } from "./staff-users";

export const schedules = pgTable(
  "schedules",
  {
    id: id(),
    name: text("name").notNull(),
    /** IANA name; the database refuses one that does not exist. */
    timeZone: text("time_zone").notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique("schedules_name_unique").on(table.name),
    checkNotBlank("schedules_name_not_blank", table.name),
    check("schedules_time_zone_real", sql`is_time_zone(${table.timeZone})`),
  ],
);

const scheduleId = () =>
  uuid("schedule_id")
    .notNull()
    .references(() => schedules.id, { onDelete: "cascade" });

/** Wall-clock and half-open. `closes_at` at or before `opens_at` runs past midnight and belongs to `weekday`. */
export const scheduleWindows = pgTable(
  "schedule_windows",
  {
    id: id(),
    scheduleId: scheduleId(),
    /** ISO 8601: 1 is Monday, 7 is Sunday. */
    weekday: smallint("weekday").notNull(),
    opensAt: time("opens_at", { precision: 0 }).notNull(),
    /** 24:00 ends the day. */
    closesAt: time("closes_at", { precision: 0 }).notNull(),
  },
  (table) => [
    unique("schedule_windows_once").on(table.scheduleId, table.weekday, table.opensAt, table.closesAt),
    check("schedule_windows_weekday_iso", sql`${table.weekday} between 1 and 7`),
    check("schedule_windows_opens_within_day", sql`${table.opensAt} < '24:00'`),
    check(
      "schedule_windows_whole_minutes",
      sql`extract(second from ${table.opensAt}) = 0 and extract(second from ${table.closesAt}) = 0`,
    ),
  ],
);

/**
 * Holidays and special hours, both dates included; without windows of its own, closed. Those of one schedule never
 * overlap: an exclusion constraint over (schedule, dates), which Drizzle cannot express, is in the first migration.
 */
export const scheduleExceptions = pgTable(
  "schedule_exceptions",
  {
    id: id(),
    scheduleId: scheduleId(),
    startsOn: date("starts_on", { mode: "string" }).notNull(),
    endsOn: date("ends_on", { mode: "string" }).notNull(),
    label: text("label").notNull(),
  },
  (table) => [
    index("schedule_exceptions_by_end").on(table.scheduleId, table.endsOn),
    check("schedule_exceptions_dates_in_order", sql`${table.startsOn} <= ${table.endsOn}`),
    checkNotBlank("schedule_exceptions_label_not_blank", table.label),
  ],
);

export const scheduleExceptionWindows = pgTable(
  "schedule_exception_windows",
  {
    id: id(),
    exceptionId: uuid("exception_id")
      .notNull()
      .references(() => scheduleExceptions.id, { onDelete: "cascade" }),
    opensAt: time("opens_at", { precision: 0 }).notNull(),
    closesAt: time("closes_at", { precision: 0 }).notNull(),
  },
  (table) => [
    unique("schedule_exception_windows_once").on(table.exceptionId, table.opensAt, table.closesAt),
    check("schedule_exception_windows_opens_within_day", sql`${table.opensAt} < '24:00'`),
    check(
      "schedule_exception_windows_whole_minutes",
      sql`extract(second from ${table.opensAt}) = 0 and extract(second from ${table.closesAt}) = 0`,
    ),
  ],
);

/** Somebody's word that a schedule is open or closed for now. At most one each; it expires by itself. */
export const scheduleOverrides = pgTable(
  "schedule_overrides",
  {
    scheduleId: uuid("schedule_id")
      .primaryKey()
      .references(() => schedules.id, { onDelete: "cascade" }),
    isOpen: boolean("is_open").notNull(),
    /** Null: until lifted. */
    until: instant("until"),
    reason: text("reason").notNull(),
    /** Kept in words beside the reference, so that the reason still names somebody who has since left. */
    setByName: text("set_by_name").notNull(),
    setById: uuid("set_by_id").references(() => staffUsers.id, { onDelete: "set null" }),
    setAt: instant("set_at").notNull().defaultNow(),
  },
  (table) => [
    check("schedule_overrides_end_after_start", sql`${table.until} > ${table.setAt}`),
    checkNotBlank("schedule_overrides_set_by_name_not_blank", table.setByName),
  ],
);
