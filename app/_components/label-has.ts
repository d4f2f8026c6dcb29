/** Whether the name of a choice has in it what somebody typed. */
export const labelHas =
  (typed: string) =>
  ({ label }: { label: string }): boolean =>
    label.toLowerCase().includes(typed.trim().toLowerCase());
