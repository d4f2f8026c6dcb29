import { expect, it } from "vitest";
import { pages } from "@/e2e/pages/security/doors";
import { isAtLeast, staffRoles } from "@/lib/auth/roles";
import { fixedPlaces } from "./fixed-places";

/** Where somebody ends up, and nobody goes. */
const isNowhereToGo = (page: string) => page === "/not-allowed";

it.each(staffRoles)("for %s, leads to every page that they may open and to no other", (role) => {
  const open = staffRoles
    .filter((minimum) => isAtLeast(role, minimum))
    .flatMap((minimum) => pages[minimum])
    .filter((page) => !page.includes("[") && !isNowhereToGo(page));
  const offered = fixedPlaces(role).map(({ href }) => href);
  expect(offered.toSorted()).toEqual(open.toSorted());
});

it("calls no two places the same", () => {
  const names = fixedPlaces("owner").map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
