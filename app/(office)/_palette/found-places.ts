import type { Route } from "next";
import type { FindableKind } from "@/db/queries/search/find-anything";

/** Where each kind of thing is, and what it is called there. */
export const foundPlaces: Record<FindableKind, { word: string; href(id: string): Route }> = {
  phoneNumber: { word: "Phone number", href: (id) => `/phone-numbers/${id}` as Route },
  configuration: { word: "Configuration", href: (id) => `/configurations/${id}` as Route },
  schedule: { word: "Schedule", href: (id) => `/schedules/${id}` as Route },
  action: { word: "Action", href: (id) => `/actions/${id}` as Route },
  greeting: { word: "Greeting", href: (id) => `/greetings/${id}` as Route },
  template: { word: "Template", href: (id) => `/templates/${id}` as Route },
  person: { word: "Person", href: (id) => `/people/${id}` as Route },
  knownCaller: { word: "Known caller", href: (id) => `/known-callers/${id}` as Route },
  blockedCaller: { word: "Blocked caller", href: (id) => `/blocked-callers/${id}` as Route },
  staffUser: { word: "Team", href: (id) => `/team/${id}` as Route },
  invitation: { word: "Invitation", href: (id) => `/team/invitations/${id}` as Route },
  voicemail: { word: "Voicemail", href: (id) => `/voicemails/${id}` as Route },
  call: { word: "Call", href: (id) => `/calls/${id}` as Route },
};
