import type { StaffRole } from "@/lib/auth/roles";

export const roleNames: Record<StaffRole, string> = { owner: "Owner", manager: "Manager", staff: "Staff" };

/** What each role may do, as the one who gives it should know. */
export const roleWords: Record<StaffRole, string> = {
  owner: "everything, the team and the numbers at Twilio included",
  manager: "everything about calls",
  staff: "sees everything, listens to voicemail, and may close or open the office for now",
};
