import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { StaffRole } from "@/lib/auth/roles";
import { checkNotBlank, createdAt, id, instant, updatedAt, version } from "./columns";
import { people } from "./people";

/** Someone who signs in. */
export const staffUsers = pgTable(
  "staff_users",
  {
    id: id(),
    /** Stored in lower case: people do not remember how they capitalised it. */
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role").$type<StaffRole>().notNull(),
    /** Argon2id in PHC string format; null for someone who signs in through a provider alone. */
    passwordHash: text("password_hash"),
    isDisabled: boolean("is_disabled").notNull().default(false),
    /** Raised by sign-out everywhere and by a new password: sessions that carry an older one end. */
    sessionVersion: integer("session_version").notNull().default(1),
    /** The person that this user is, whose phones are "my phones". */
    personId: uuid("person_id").references(() => people.id, { onDelete: "set null" }),
    version: version(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    unique("staff_users_email_unique").on(table.email),
    uniqueIndex("staff_users_person_unique").on(table.personId),
    check(
      "staff_users_email_form",
      sql`${table.email} ~ '^[^@\\s]+@[^@\\s]+$' and ${table.email} = lower(${table.email})`,
    ),
    checkNotBlank("staff_users_name_not_blank", table.name),
    check("staff_users_role_known", sql`${table.role} in ('owner', 'manager', 'staff')`),
    check("staff_users_password_hash_argon2id", sql`${table.passwordHash} like '$argon2id$%'`),
  ],
);

/** A link that lets one address in, once, until it expires. Only a hash is kept: the table opens no door. */
export const invitations = pgTable(
  "invitations",
  {
    id: id(),
    email: text("email").notNull(),
    role: text("role").$type<StaffRole>().notNull(),
    tokenHash: text("token_hash").notNull(),
    invitedById: uuid("invited_by_id").references(() => staffUsers.id, { onDelete: "set null" }),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
    createdAt: createdAt(),
  },
  (table) => [
    unique("invitations_token_hash_unique").on(table.tokenHash),
    uniqueIndex("invitations_one_open_per_email").on(table.email).where(sql`${table.acceptedAt} is null`),
    check(
      "invitations_email_form",
      sql`${table.email} ~ '^[^@\\s]+@[^@\\s]+$' and ${table.email} = lower(${table.email})`,
    ),
    check("invitations_role_known", sql`${table.role} in ('owner', 'manager', 'staff')`),
    check("invitations_expiry_ahead", sql`${table.expiresAt} > ${table.createdAt}`),
  ],
);

export const passwordResetTokens = pgTable(
  "password_reset_tokens",
  {
    tokenHash: text("token_hash").primaryKey(),
    staffUserId: uuid("staff_user_id")
      .notNull()
      .references(() => staffUsers.id, { onDelete: "cascade" }),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (table) => [
    index("password_reset_tokens_by_user").on(table.staffUserId),
    check("password_reset_tokens_expiry_ahead", sql`${table.expiresAt} > ${table.createdAt}`),
  ],
);

/** Wrong and right passwords by account and by address, so that wrong ones can be slowed down. */
export const signInAttempts = pgTable(
  "sign_in_attempts",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** As typed, in lower case: there may be no such account. Other tries are counted under a sentence of their own. */
    email: text("email").notNull(),
    /** Network address of the browser. */
    address: text("address").notNull(),
    hasSucceeded: boolean("has_succeeded").notNull(),
    at: instant("at").notNull().defaultNow(),
  },
  (table) => [
    index("sign_in_attempts_by_email").on(table.email, table.at),
    index("sign_in_attempts_by_address").on(table.address, table.at),
  ],
);
