import { Refusal } from "@/app/_mutations/refusal";
import { conflictWith } from "@/app/_mutations/write";
import type { Database } from "@/db/client";
import { findLastChange } from "@/db/queries/activity/find-last-change";
import { findOpenInvitation } from "@/db/queries/invitations/find-invitation";
import { versionOfRole } from "./role-version";

/** What to answer whoever saves an invitation that somebody else has changed, or used up, since they saw it. */
export async function invitationConflict(db: Database, id: string, gone: string): Promise<Refusal> {
  const [invitation, last] = await Promise.all([
    findOpenInvitation(db, id),
    findLastChange(db, { subject: "invitation", subjectId: id }),
  ]);
  if (!invitation) return new Refusal({ message: gone });
  return conflictWith(versionOfRole(invitation.role), last);
}
