import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { calls, voicemails } from "./calls";
import { checkE164, createdAt, instant } from "./columns";
import { people } from "./people";

/** What the carrier made of a text that Twilio has taken: null while nobody has told. */
const delivery = () => text("delivery").$type<"delivered" | "undelivered">();

/** Twilio's error code, of a text that did not arrive; null where it named none. */
const deliveryErrorCode = () => integer("delivery_error_code");

const checkDelivery = (
  table: string,
  { delivery, deliveryErrorCode }: Record<"delivery" | "deliveryErrorCode", AnyPgColumn>,
) => [
  check(`${table}_delivery_known`, sql`${delivery} in ('delivered', 'undelivered')`),
  check(
    `${table}_delivery_error_of_undelivered`,
    sql`${deliveryErrorCode} is null or ${delivery} is not distinct from 'undelivered'`,
  ),
];

/**
 * One notice of a voicemail to one recipient by one channel. The row is the claim: it is made before anything is sent,
 * so that a message told twice, or two crons at once, send one notice.
 */
export const voicemailNotices = pgTable(
  "voicemail_notices",
  {
    voicemailId: uuid("voicemail_id")
      .notNull()
      .references(() => voicemails.id, { onDelete: "cascade" }),
    channel: text("channel").$type<"email" | "text">().notNull(),
    /** The address of e-mail, or the number in E.164, as it was when the message was left. */
    address: text("address").notNull(),
    /** Null for a bare number. */
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    /** How often sending has been begun. */
    attempts: smallint("attempts").notNull().default(0),
    /** Until when whoever tries has it for themselves, or when it is next to be tried; null once it is over. */
    nextAttemptAt: instant("next_attempt_at"),
    /** When it was begun to be handed over; null again once that is known to have failed. */
    begunAt: instant("begun_at"),
    sentAt: instant("sent_at"),
    /** Why the last attempt failed, in words. */
    failure: text("failure"),
    delivery: delivery(),
    deliveryErrorCode: deliveryErrorCode(),
    createdAt: createdAt(),
  },
  (table) => [
    ...checkDelivery("voicemail_notices", table),
    primaryKey({ columns: [table.voicemailId, table.channel, table.address] }),
    index("voicemail_notices_due").on(table.nextAttemptAt).where(sql`${table.nextAttemptAt} is not null`),
    check("voicemail_notices_channel_known", sql`${table.channel} in ('email', 'text')`),
    // Whatever may have gone out is never due again.
    check(
      "voicemail_notices_begun_is_not_due",
      sql`${table.begunAt} is null or ${table.nextAttemptAt} is null`,
    ),
    check("voicemail_notices_sent_is_over", sql`${table.sentAt} is null or ${table.nextAttemptAt} is null`),
  ],
);

/** A text to a caller who reached nobody: at most one a caller and day, claimed by its row before it is sent. */
export const textBacks = pgTable(
  "text_backs",
  {
    /** E.164. */
    number: text("number").notNull(),
    /** The firm's date. */
    day: date("day", { mode: "string" }).notNull(),
    callSid: text("call_sid").references(() => calls.sid, { onDelete: "set null" }),
    sentAt: instant("sent_at"),
    failure: text("failure"),
    delivery: delivery(),
    deliveryErrorCode: deliveryErrorCode(),
    createdAt: createdAt(),
  },
  (table) => [
    ...checkDelivery("text_backs", table),
    primaryKey({ columns: [table.number, table.day] }),
    index("text_backs_by_call").on(table.callSid),
    index("text_backs_by_time").on(table.createdAt),
    checkE164("text_backs_number_e164", table.number),
  ],
);
