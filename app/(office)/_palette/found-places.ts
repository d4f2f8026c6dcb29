import type { Route } from "next";
import type { FindableKind } from "@/db/queries/search/find-anything";
import type { StaffRole } from "@/lib/auth/roles";

/** Where each kind of thing is, what it is called there, and who may see it. */
export const foundPlaces: Record<
  FindableKind,
  { word: string; href(id: string): Route; minimumRole: StaffRole }
> = {
  phoneNumber: { word: "Phone number", href: (id) => `/phone-numbers/${id}` as Route, minimumRole: "staff" },
  configuration: {
    word: "Configuration",
    href: (id) => `/configurations/${id}` as Route,
    minimumRole: "staff",
  },
  schedule: { word: "Schedule", href: (id) => `/schedules/${id}` as Route, minimumRole: "staff" },
  action: { word: "Action", href: (id) => `/actions/${id}` as Route, minimumRole: "staff" },
  greeting: { word: "Greeting", href: (id) => `/greetings/${id}` as Route, minimumRole: "staff" },
  template: { word: "Template", href: (id) => `/templates/${id}` as Route, minimumRole: "staff" },
  person: { word: "Person", href: (id) => `/people/${id}` as Route, minimumRole: "staff" },
  knownCaller: {
    word: "Known caller",
    href: (id) => `/known-callers/${id}` as Route,
    minimumRole: "manager",
  },
  blockedCaller: {
    word: "Blocked caller",
    href: (id) => `/blocked-callers/${id}` as Route,
    minimumRole: "manager",
  },
  staffUser: { word: "Team", href: (id) => `/team/${id}` as Route, minimumRole: "owner" },
};
