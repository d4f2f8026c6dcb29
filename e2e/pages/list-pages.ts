import { pages } from "./security/doors";

/** Those that list nothing which grows with the office. A new page that is not here is taken for a list. */
const listsNothing = [
  "/backup",
  "/caller-data",
  "/health",
  "/not-allowed",
  "/phone-numbers/buy",
  "/profile",
  "/reports",
  "/settings",
  "/team/invite",
  "/try",
];

/** Every list: the pages of the office that are about no single thing, and are no form for a new one. */
export const listPages: readonly string[] = [...pages.staff, ...pages.manager, ...pages.owner].filter(
  (path) => !path.includes("[") && !path.endsWith("/new") && !listsNothing.includes(path),
);
