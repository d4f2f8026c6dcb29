import { randomUUID } from "node:crypto";
import type { Fault } from "./fault";
import type { Outcome } from "./outcomes";

/** One route that a browser, a monitor or a clock asks, and what comes of each fault of the database. */
export interface OfficeRow {
  route: string;
  what: string;
  outcome(fault: Fault): Outcome;
  path: string;
  /** Its status while nothing is wrong. */
  usually: number;
  post?: { body: string; contentType: string };
}

const always = (outcome: Outcome) => (): Outcome => outcome;
const unlessSlow = (outcome: Outcome) => (fault: Fault) => (fault === "slow" ? "late" : outcome);

/** Nothing has to be there: who is asking is looked up first, and that is what fails. */
const nobody = randomUUID();

export const officeRows: readonly OfficeRow[] = [
  {
    route: "/calls/export",
    what: "The log as a file",
    outcome: unlessSlow("reference"),
    path: "/calls/export",
    usually: 200,
  },
  {
    route: "/caller-data/file",
    what: "A caller's data as a file",
    outcome: unlessSlow("reference"),
    path: "/caller-data/file?number=%2B14155550123",
    usually: 200,
  },
  {
    route: "/backup/file",
    what: "The set-up as a file",
    outcome: unlessSlow("reference"),
    path: "/backup/file?sounds=no",
    usually: 200,
  },
  {
    route: "/backup/import",
    what: "A file of a set-up is read",
    outcome: unlessSlow("reference"),
    path: "/backup/import?mode=add",
    usually: 200,
    post: { body: "{}", contentType: "application/json" },
  },
  {
    route: "/greetings/sounds",
    what: "A sound is kept",
    outcome: unlessSlow("reference"),
    path: "/greetings/sounds?source=upload&name=x.wav",
    usually: 422,
    post: { body: "no sound", contentType: "application/octet-stream" },
  },
  {
    route: "/voicemails/[id]/audio",
    what: "A voicemail is played",
    outcome: unlessSlow("reference"),
    path: `/voicemails/${nobody}/audio`,
    usually: 404,
  },
  {
    route: "/greetings/[id]/sound",
    what: "A greeting is played",
    outcome: unlessSlow("formSaysSo"),
    path: `/greetings/${nobody}/sound`,
    usually: 404,
  },
  {
    route: "/greetings/phone-recordings/[id]",
    what: "How the call stands that records a greeting",
    outcome: unlessSlow("formSaysSo"),
    path: `/greetings/phone-recordings/${nobody}`,
    usually: 404,
  },
  {
    route: "/find",
    what: "A search",
    outcome: unlessSlow("formSaysSo"),
    path: "/find?q=a",
    usually: 200,
  },
  {
    route: "/configurations/choices",
    what: "A search in a form",
    outcome: unlessSlow("formSaysSo"),
    path: "/configurations/choices?kind=action&q=a",
    usually: 200,
  },
  {
    route: "/schedules/holidays",
    what: "Public holidays",
    outcome: unlessSlow("formSaysSo"),
    path: "/schedules/holidays?country=US&region=&year=2027",
    usually: 200,
  },
  {
    route: "/audio/[id]",
    what: "A sound of a call",
    outcome: unlessSlow("words"),
    path: `/audio/${nobody}`,
    usually: 404,
  },
  {
    route: "/api/auth/[...nextauth]",
    what: "Who is signed in",
    outcome: always("asUsual"),
    path: "/api/auth/session",
    usually: 200,
  },
  {
    route: "/api/cron/nightly",
    what: "The work of the night",
    outcome: unlessSlow("words"),
    path: "/api/cron/nightly",
    usually: 200,
  },
  {
    route: "/api/cron/notices",
    what: "Notices that are due",
    outcome: unlessSlow("words"),
    path: "/api/cron/notices",
    usually: 200,
  },
  {
    route: "/api/health",
    what: "Is it up?",
    outcome: always("asUsual"),
    path: "/api/health",
    usually: 200,
  },
  {
    route: "/api/health/ready",
    what: "Can it do its work?",
    outcome: unlessSlow("notReady"),
    path: "/api/health/ready",
    usually: 200,
  },
  {
    route: "/api/[...unknown]",
    what: "An address at which there is nothing",
    outcome: always("asUsual"),
    path: "/api/nothing",
    usually: 404,
  },
];

/** It has nothing but a form. */
export const pageWithoutQuestions = "/reset-password";

/** All others are alike: each asks first who is signed in, or whether anybody can be yet. */
export const pageOutcome = unlessSlow("errorPage");

/** What asks the database nothing before it answers. */
const formsWithoutQuestions = new Set(["signInElsewhere", "askForPasswordLink"]);

/** What comes of a form of the build. What a form asks while it is filled in is told to its script. */
export function formOutcome({ name, filename }: { name: string; filename: string }, fault: Fault): Outcome {
  if (formsWithoutQuestions.has(name)) return "asUsual";
  if (fault === "slow") return "late";
  return filename.endsWith("/lookups.ts") ? "formSaysSo" : "reference";
}

/**
 * What is done in more than one step, since the first counts even if the second cannot be done: a try is written down before
 * the password is looked at, whoever has been given a password is let in with it, and whoever signs out loses the cookie even if
 * the session cannot be ended.
 */
export const savesInSteps: ReadonlySet<string> = new Set([
  "signIn",
  "signOut",
  "makeFirstOwner",
  "changeMyPassword",
  "choosePassword",
  "acceptInvitation",
]);
