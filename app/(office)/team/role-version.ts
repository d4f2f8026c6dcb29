import { type StaffRole, staffRoles } from "@/lib/auth/roles";

/**
 * Which version of an invitation a form shows: its role is all of it that can be edited, so the role's place among the
 * roles is enough to notice that somebody else has changed it.
 */
export const versionOfRole = (role: StaffRole): number => staffRoles.indexOf(role) + 1;

/** Undefined for a number that no form of ours sends. */
export const roleOfVersion = (version: number): StaffRole | undefined => staffRoles[version - 1];
