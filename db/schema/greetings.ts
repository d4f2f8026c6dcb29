import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  index,
  integer,
  pgTable,
  real,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, checkDialable, checkNotBlank, createdAt, id, instant, updatedAt, version } from "./columns";
import { staffUsers } from "./staff-users";

/** Something recorded that callers can be played: a standing recording, and others that take its place for a time. */
export const greetings = pgTable(
  "greetings",
  {
    id: id(),
    name: text("name").notNull(),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    uniqueIndex("greetings_name_unique").on(sql`lower(${table.name})`),
    checkNotBlank("greetings_name_not_blank", table.name),
  ],
);

/** Sound. Never changed: its id is its public address, and what Twilio has cached of it stays right. */
export const sounds = pgTable(
  "sounds",
  {
    /** Random, so that nobody can guess at an address. */
    id: id(),
    bytes: bytes("bytes").notNull(),
    contentType: text("content_type").$type<"audio/mpeg" | "audio/wav">().notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    durationSeconds: real("duration_seconds").notNull(),
    /** How it came to us. */
    source: text("source").$type<"upload" | "browser" | "phone">().notNull(),
    /** As the file was called; empty for one that was recorded. */
    fileName: text("file_name").notNull().default(""),
    madeById: uuid("made_by_id").references((): AnyPgColumn => staffUsers.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (table) => [
    check("sounds_content_type_known", sql`${table.contentType} in ('audio/mpeg', 'audio/wav')`),
    check("sounds_size_within_4_mb", sql`${table.sizeBytes} between 1 and 4194304`),
    check("sounds_size_true", sql`octet_length(${table.bytes}) = ${table.sizeBytes}`),
    check("sounds_duration_positive", sql`${table.durationSeconds} > 0`),
    check("sounds_source_known", sql`${table.source} in ('upload', 'browser', 'phone')`),
  ],
);

/** A sound of a greeting: the standing one has no dates; one that has is played between them instead. */
export const greetingRecordings = pgTable(
  "greeting_recordings",
  {
    id: id(),
    greetingId: uuid("greeting_id")
      .notNull()
      .references(() => greetings.id, { onDelete: "cascade" }),
    soundId: uuid("sound_id")
      .notNull()
      .references(() => sounds.id, { onDelete: "restrict" }),
    /** What it is for: "Christmas". Empty for the standing one. */
    label: text("label").notNull().default(""),
    /** Half-open: played from the first instant until the second. */
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
  },
  (table) => [
    uniqueIndex("greeting_recordings_one_standing")
      .on(table.greetingId)
      .where(sql`${table.startsAt} is null`),
    index("greeting_recordings_by_greeting").on(table.greetingId),
    index("greeting_recordings_by_sound").on(table.soundId),
    check(
      "greeting_recordings_dates_together",
      sql`(${table.startsAt} is null) = (${table.endsAt} is null) and (${table.endsAt} is null or ${table.endsAt} > ${table.startsAt})`,
    ),
  ],
);

/** A call of ours to somebody who speaks a greeting into their own phone. */
export const phoneRecordings = pgTable(
  "phone_recordings",
  {
    id: id(),
    madeById: uuid("made_by_id")
      .notNull()
      .references(() => staffUsers.id, { onDelete: "cascade" }),
    /** The phone that is rung. */
    number: text("number").notNull(),
    status: text("status").$type<"ringing" | "recorded" | "failed">().notNull().default("ringing"),
    /** What went wrong, in words. */
    failure: text("failure"),
    soundId: uuid("sound_id").references(() => sounds.id, { onDelete: "set null" }),
    /** Twilio's recording, while it may still be there: it is deleted once the sound is here. */
    recordingSid: text("recording_sid"),
    createdAt: createdAt(),
  },
  (table) => [
    index("phone_recordings_at_twilio").on(table.createdAt).where(sql`${table.recordingSid} is not null`),
    check("phone_recordings_recording_sid_form", sql`${table.recordingSid} ~ '^RE[0-9a-f]{32}$'`),
    checkDialable("phone_recordings_number_form", table.number),
    check("phone_recordings_status_known", sql`${table.status} in ('ringing', 'recorded', 'failed')`),
    check(
      "phone_recordings_failure_told",
      sql`(${table.status} = 'failed') = (${table.failure} is not null)`,
    ),
  ],
);
