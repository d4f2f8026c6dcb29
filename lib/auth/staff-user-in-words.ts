import type { InWords } from "@/db/queries/activity/record-activity";
import type { StaffRole } from "./roles";

/** A staff user as the activity page shows them, before and after a change. */
export const staffUserInWords = ({
  name,
  email,
  role,
  isDisabled,
}: {
  name: string;
  email: string;
  role: StaffRole;
  isDisabled: boolean;
}): InWords => ({
  Name: name,
  "E-mail address": email,
  Role: role,
  "May sign in": isDisabled ? "no" : "yes",
});
