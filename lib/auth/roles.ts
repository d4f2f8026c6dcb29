/** What a staff user may do, from least to most: each role may do all that the ones before it may. */
export const staffRoles = ["staff", "manager", "owner"] as const;

export type StaffRole = (typeof staffRoles)[number];

/** Whether a role reaches another one. */
export const isAtLeast = (role: StaffRole, minimum: StaffRole): boolean =>
  staffRoles.indexOf(role) >= staffRoles.indexOf(minimum);

export const isStaffRole = (role: string): role is StaffRole =>
  (staffRoles as readonly string[]).includes(role);

/** How a sentence names those who have a role or more: "Only owners and managers may …". */
export const namesOfThoseAtLeast: Record<StaffRole, string> = {
  staff: "everyone who is signed in",
  manager: "owners and managers",
  owner: "owners",
};
