import { sql } from "drizzle-orm";
import { type AnyPgColumn, check, customType, integer, timestamp, uuid } from "drizzle-orm/pg-core";

/** Made by the caller or the database: knowing the id beforehand is what lets one batch write a whole aggregate. */
export const id = () => uuid("id").primaryKey().defaultRandom();

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date", precision: 3 });

export const createdAt = () => instant("created_at").notNull().defaultNow();

export const updatedAt = () => instant("updated_at").notNull().defaultNow();

/** Optimistic lock: a save names the version that it read, and raises when another has been saved since. */
export const version = () => integer("version").notNull().default(1);

/** ITU-T E.164: a plus sign, a country code that never begins with 0, at most fifteen digits. */
export const checkE164 = (name: string, column: AnyPgColumn) =>
  check(name, sql`${column} ~ '^\\+[1-9][0-9]{6,14}$'`);

/** What a phone of somebody's may be: a number, or the SIP address of a desk phone or an app. Source: Twilio, "TwiML Voice: Sip". */
export const checkDialable = (name: string, column: AnyPgColumn) =>
  check(
    name,
    sql`${column} ~ '^\\+[1-9][0-9]{6,14}$' or (length(${column}) <= 255 and ${column} ~ '^sips?:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+(:[0-9]{1,5})?(\\u003b[A-Za-z0-9.=_-]+)*$')`,
  );

export const checkNotBlank = (name: string, column: AnyPgColumn) => check(name, sql`btrim(${column}) <> ''`);

/** Bytes. Over HTTP they travel as Postgres's hex text, both ways, which Neon's driver reads by itself but does not write. */
export const bytes = customType<{ data: Uint8Array<ArrayBuffer>; driverData: string | Uint8Array }>({
  dataType: () => "bytea",
  toDriver: (data) => `\\x${Buffer.from(data).toString("hex")}`,
  fromDriver: (given) =>
    new Uint8Array(typeof given === "string" ? Buffer.from(given.slice(2), "hex") : given),
});
