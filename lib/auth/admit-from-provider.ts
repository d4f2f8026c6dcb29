import { randomUUID } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { constraintOf } from "@/db/errors";
import { recordAcceptance } from "@/db/queries/invitations/accept-invitation";
import { findInvitationOf } from "@/db/queries/invitations/find-invitation";
import { invitationGone } from "@/db/queries/invitations/invite";
import { findSignInAccount } from "@/db/queries/staff/find-sign-in-account";
import { recordSignIn } from "@/db/queries/staff/record-sign-in";

export interface ProvenPerson {
  /** Verified by the provider, in lower case. */
  email: string;
  /** As the provider has it; empty when it has none. */
  name: string;
  /** Network that the browser is in. */
  address: string;
  at: Temporal.Instant;
}

/** Whose session begins. */
export interface Admitted {
  staffUserId: string;
  sessionVersion: number;
}

/**
 * Lets somebody in whose address a provider has verified: a staff user, or somebody with an invitation, which is used up.
 * Null for everybody else, and for those who are disabled: there is no open sign-up.
 */
export async function admitFromProvider(db: Database, person: ProvenPerson): Promise<Admitted | null> {
  const known = await findSignInAccount(db, person.email);
  if (known?.isDisabled) return null;
  if (known) {
    await db.batch([recordSignIn(db, person)]);
    return { staffUserId: known.id, sessionVersion: known.sessionVersion };
  }
  return acceptTheirInvitation(db, person);
}

async function acceptTheirInvitation(db: Database, person: ProvenPerson): Promise<Admitted | null> {
  const { email, address, at } = person;
  const invitation = await findInvitationOf(db, { email, at });
  if (!invitation) return null;
  const staff = { id: randomUUID(), name: person.name.trim() || email, passwordHash: null };
  const [first, ...rest] = recordAcceptance(db, { invitation, staff, address, at });
  try {
    if (first) await db.batch([first, ...rest]);
  } catch (error) {
    // Withdrawn, or accepted in another window, since it was found.
    if (constraintOf(error) === invitationGone) return null;
    throw error;
  }
  return { staffUserId: staff.id, sessionVersion: 1 };
}
