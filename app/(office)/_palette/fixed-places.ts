import type { Route } from "next";
import { isAtLeast, type StaffRole } from "@/lib/auth/roles";
import { destinationsFor } from "../_shell/destinations";
import type { Place } from "./place";

interface FurtherPlace extends Place {
  href: Route;
  minimumRole: StaffRole;
}

/** The pages that the navigation does not lead to. */
const furtherPlaces: readonly FurtherPlace[] = [
  { href: "/profile", name: "My profile", about: "Page", minimumRole: "staff" },
  { href: "/caller-data", name: "A caller's data", about: "Page", minimumRole: "manager" },
  { href: "/team/invitations", name: "Invitations", about: "Page", minimumRole: "owner" },
  { href: "/schedules/new", name: "New schedule", about: "Make", minimumRole: "manager" },
  { href: "/actions/new", name: "New action", about: "Make", minimumRole: "manager" },
  { href: "/configurations/new", name: "New configuration", about: "Make", minimumRole: "manager" },
  { href: "/greetings/new", name: "New greeting", about: "Make", minimumRole: "manager" },
  { href: "/templates/new", name: "New template", about: "Make", minimumRole: "manager" },
  { href: "/people/new", name: "New person", about: "Make", minimumRole: "manager" },
  { href: "/known-callers/new", name: "New known caller", about: "Make", minimumRole: "manager" },
  { href: "/blocked-callers/new", name: "Block a caller", about: "Make", minimumRole: "manager" },
  { href: "/phone-numbers/new", name: "Add an example number", about: "Make", minimumRole: "manager" },
  { href: "/phone-numbers/buy", name: "Buy a phone number", about: "Make", minimumRole: "owner" },
  { href: "/team/invite", name: "Invite somebody", about: "Make", minimumRole: "owner" },
];

/** Every page that somebody of a role may open and that needs no more than its address. */
export const fixedPlaces = (role: StaffRole): Place[] => [
  ...destinationsFor(role).flatMap(({ destinations }) =>
    destinations.map(({ href, label }) => ({ href, name: label, about: "Page" })),
  ),
  ...furtherPlaces
    .filter(({ minimumRole }) => isAtLeast(role, minimumRole))
    .map(({ href, name, about }) => ({ href, name, about })),
];
