import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Database } from "@/db/client";
import { findStaffUser, type StaffUser } from "@/db/queries/staff/find-staff-user";
import { logRefusal } from "@/lib/log";
import { auth } from "./auth";
import { pageDatabase } from "./page-database";
import { requestedPathHeader } from "./requested-path";
import { isAtLeast, type StaffRole } from "./roles";
import { safePath } from "./safe-path";

export type SignedInStaff = Pick<StaffUser, "id" | "name" | "email" | "role">;

/** Somebody who has been checked, and the database that they may therefore be served from. */
export interface SignedIn {
  staff: SignedInStaff;
  db: Database;
}

/**
 * Who is signed in, as their row says at this request: somebody who has been disabled, or has signed out
 * here or everywhere, is not.
 * Asked once a request, however many ask.
 */
export const findSignedIn = cache(async (): Promise<SignedIn | null> => {
  const session = await auth();
  if (!session?.staffUserId) return null;
  const db = pageDatabase();
  const { staffUserId, sessionId, sessionVersion } = session;
  const user = await findStaffUser(db, { id: staffUserId, sessionId });
  if (!user || user.isDisabled || user.hasSessionEnded || user.sessionVersion !== sessionVersion) return null;
  const { id, name, email, role } = user;
  return { staff: { id, name, email, role }, db };
});

/**
 * Who is signed in, for every query of a page and every mutation. Anybody else is sent to the sign-in page and from there
 * back here; somebody whose role does not reach is told so.
 */
export async function requireStaff(minimumRole: StaffRole = "staff"): Promise<SignedIn> {
  const signedIn = await findSignedIn();
  if (!signedIn) {
    const path = safePath((await headers()).get(requestedPathHeader));
    redirect(path === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ callbackUrl: path })}`);
  }
  if (!mayAct(signedIn.staff, minimumRole)) redirect(`/not-allowed?needs=${minimumRole}`);
  return signedIn;
}

/** Whether somebody's role reaches. That it does not is put into the log. */
export function mayAct({ id: staffUserId, role }: SignedInStaff, needs: StaffRole): boolean {
  if (isAtLeast(role, needs)) return true;
  logRefusal("access.refused", { staffUserId, role, needs });
  return false;
}
