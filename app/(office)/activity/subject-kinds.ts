import type { Route } from "next";
import type { ActivitySubject } from "@/db/queries/activity/record-activity";
import type { StaffRole } from "@/lib/auth/roles";

interface SubjectKind {
  /** As a sentence names one, with its article. */
  one: string;
  /** As the filter names all of them. */
  all: string;
  /** Where one is shown, and who may go there. */
  page(id: string): Route;
  minimumRole: StaffRole;
}

/** The kinds of thing that changes are of, in the order of the navigation. */
export const subjectKinds: Readonly<Record<ActivitySubject, SubjectKind>> = {
  phoneNumber: {
    one: "the phone number",
    all: "Phone numbers",
    page: (id) => `/phone-numbers/${id}` as Route,
    minimumRole: "staff",
  },
  configuration: {
    one: "the configuration",
    all: "Configurations",
    page: (id) => `/configurations/${id}` as Route,
    minimumRole: "staff",
  },
  schedule: {
    one: "the schedule",
    all: "Schedules",
    page: (id) => `/schedules/${id}` as Route,
    minimumRole: "staff",
  },
  action: {
    one: "the action",
    all: "Actions",
    page: (id) => `/actions/${id}` as Route,
    minimumRole: "staff",
  },
  template: {
    one: "the template",
    all: "Templates",
    page: (id) => `/templates/${id}` as Route,
    minimumRole: "staff",
  },
  person: { one: "the person", all: "People", page: (id) => `/people/${id}` as Route, minimumRole: "staff" },
  knownCaller: {
    one: "the caller",
    all: "Known callers",
    page: (id) => `/known-callers/${id}` as Route,
    minimumRole: "manager",
  },
  blockedCaller: {
    one: "the caller",
    all: "Blocked callers",
    page: (id) => `/blocked-callers/${id}` as Route,
    minimumRole: "manager",
  },
  greeting: {
    one: "the greeting",
    all: "Greetings",
    page: (id) => `/greetings/${id}` as Route,
    minimumRole: "staff",
  },
  call: {
    one: "the call of",
    all: "Calls",
    page: (sid) => `/calls/${sid}` as Route,
    minimumRole: "staff",
  },
  voicemail: {
    one: "the voicemail",
    all: "Voicemails",
    page: (id) => `/voicemails/${id}` as Route,
    minimumRole: "staff",
  },
  staffUser: { one: "the user", all: "Team", page: (id) => `/team/${id}` as Route, minimumRole: "owner" },
  invitation: {
    one: "the invitation to",
    all: "Invitations",
    page: () => "/team" as Route,
    minimumRole: "owner",
  },
  firm: { one: "the settings of", all: "Settings", page: () => "/settings" as Route, minimumRole: "manager" },
  setUp: { one: "the set-up of", all: "Backups", page: () => "/backup" as Route, minimumRole: "owner" },
  callerData: {
    one: "the data of",
    all: "Callers' data",
    page: () => "/caller-data" as Route,
    minimumRole: "manager",
  },
};

export const isSubject = (text: string): text is ActivitySubject => Object.hasOwn(subjectKinds, text);
