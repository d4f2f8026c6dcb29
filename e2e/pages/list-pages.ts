/** Every list. */
export const listPages = [
  "/",
  "/phone-numbers",
  "/configurations",
  "/schedules",
  "/actions",
  "/greetings",
  "/templates",
  "/people",
  "/known-callers",
  "/blocked-callers",
  "/team",
  "/activity",
  "/calls",
  "/voicemails",
];
