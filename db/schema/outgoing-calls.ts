import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { calls } from "./calls";
import { checkDialable, checkE164, createdAt, id, instant } from "./columns";
import { phoneNumbers } from "./phone-numbers";
import { staffUsers } from "./staff-users";

/** Calling back: rings a phone of the staff user first, then the caller, who sees the work number. */
export const outgoingCalls = pgTable(
  "outgoing_calls",
  {
    id: id(),
    madeById: uuid("made_by_id").references(() => staffUsers.id, { onDelete: "set null" }),
    /** As they were called then. */
    madeByName: text("made_by_name").notNull(),
    /** The phone that rings first. */
    fromPhone: text("from_phone").notNull(),
    /** Whom it then calls, E.164. */
    toNumber: text("to_number").notNull(),
    /** The work number that they see. */
    phoneNumberId: uuid("phone_number_id").references(() => phoneNumbers.id, { onDelete: "set null" }),
    /** The call that is returned. */
    callSid: text("call_sid").references(() => calls.sid, { onDelete: "set null" }),
    /** Twilio's CallSid of the call to the staff user's phone; null until Twilio has taken it on. */
    twilioSid: text("twilio_sid"),
    /** Twilio's CallStatus of it, as last reported. */
    status: text("status").notNull().default("queued"),
    /** Twilio's DialCallStatus of the other side; null until it has been dialled. */
    dialStatus: text("dial_status"),
    durationSeconds: integer("duration_seconds"),
    failure: text("failure"),
    createdAt: createdAt(),
    endedAt: instant("ended_at"),
  },
  (table) => [
    unique("outgoing_calls_twilio_sid_unique").on(table.twilioSid),
    index("outgoing_calls_by_call").on(table.callSid),
    index("outgoing_calls_by_time").on(table.createdAt.desc(), table.id.desc()),
    checkDialable("outgoing_calls_from_phone_form", table.fromPhone),
    checkE164("outgoing_calls_to_number_e164", table.toNumber),
    check("outgoing_calls_duration_not_negative", sql`${table.durationSeconds} >= 0`),
  ],
);
