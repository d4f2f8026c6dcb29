import { execFileSync } from "node:child_process";
import type { StaffRole } from "@/lib/auth/roles";

/** Every page, by who may open it: whoever has the role, or a higher one. A page that is not here fails its test. */
export const pages: Readonly<Record<StaffRole | "anyone", readonly string[]>> = {
  anyone: ["/sign-in", "/setup", "/reset-password", "/reset-password/[token]", "/invite/[token]"],
  staff: [
    "/",
    "/actions",
    "/actions/[id]",
    "/activity",
    "/blocked-callers",
    "/calls",
    "/calls/[sid]",
    "/configurations",
    "/greetings",
    "/greetings/[id]",
    "/known-callers",
    "/not-allowed",
    "/people",
    "/people/[id]",
    "/phone-numbers",
    "/phone-numbers/[id]",
    "/profile",
    "/reports",
    "/schedules",
    "/schedules/[id]",
    "/templates",
    "/templates/[id]",
    "/try",
    "/voicemails",
    "/voicemails/[id]",
  ],
  manager: [
    "/actions/[id]/delete",
    "/actions/new",
    "/blocked-callers/[id]",
    "/blocked-callers/[id]/delete",
    "/blocked-callers/new",
    "/caller-data",
    "/configurations/[id]",
    "/configurations/[id]/deactivate",
    "/configurations/[id]/delete",
    "/configurations/new",
    "/greetings/[id]/delete",
    "/greetings/new",
    "/known-callers/[id]",
    "/known-callers/[id]/delete",
    "/known-callers/new",
    "/people/[id]/delete",
    "/people/new",
    "/phone-numbers/[id]/delete",
    "/phone-numbers/[id]/let-go",
    "/phone-numbers/new",
    "/schedules/[id]/delete",
    "/schedules/new",
    "/settings",
    "/templates/[id]/delete",
    "/templates/[id]/edit",
    "/templates/new",
    "/voicemails/[id]/delete",
  ],
  owner: [
    "/backup",
    "/health",
    "/phone-numbers/[id]/release",
    "/phone-numbers/buy",
    "/phone-numbers/buy/[number]",
    "/team",
    "/team/[id]",
    "/team/[id]/remove",
    "/team/invitations",
    "/team/invitations/[id]",
    "/team/invitations/[id]/withdraw",
    "/team/invite",
  ],
};

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

interface Route {
  /** Whoever has the role; whoever can sign as Twilio or has the cron's secret; or anybody, and why. */
  by: StaffRole | "Twilio" | "cron" | { anyone: string };
  methods: readonly Method[];
  /** What everybody gets, where that is not what they asked for. */
  status?: number;
  /** What it takes to be answered. */
  query?: string;
}

const steps = [
  "after-dial",
  "after-name",
  "after-record",
  "call-back",
  "call-back-status",
  "directory",
  "extension",
  "go",
  "greeting-call-ended",
  "greeting-recorded",
  "menu",
  "record-greeting",
  "recorded",
  "screen",
  "screened",
  "transcribed",
];

const fromTwilio: Route = { by: "Twilio", methods: ["POST"] };

/** Every route handler. */
export const routes: Readonly<Record<string, Route>> = {
  "/api/voice": fromTwilio,
  "/api/voice/fallback": fromTwilio,
  "/api/voice/status": fromTwilio,
  "/api/voice/text-status/[...text]": fromTwilio,
  ...Object.fromEntries(steps.map((step) => [`/api/voice/${step}/[...step]`, fromTwilio])),
  "/api/cron/nightly": { by: "cron", methods: ["GET"] },
  "/api/cron/notices": { by: "cron", methods: ["GET"] },
  "/api/health": { by: { anyone: "a monitor asks it" }, methods: ["GET", "POST"] },
  "/api/health/ready": { by: { anyone: "a monitor asks it" }, methods: ["GET"] },
  "/api/[...unknown]": {
    by: { anyone: "it says that there is nothing" },
    methods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    status: 404,
  },
  "/api/auth/[...nextauth]": { by: { anyone: "signing in begins here" }, methods: ["GET", "POST"] },
  "/audio/[id]": {
    by: { anyone: "Twilio fetches it without signing; its id cannot be guessed" },
    methods: ["GET"],
  },
  "/backup/file": { by: "owner", methods: ["GET"], query: "sounds=no" },
  "/backup/import": { by: "owner", methods: ["POST"], query: "mode=add" },
  "/caller-data/file": { by: "manager", methods: ["GET"], query: "number=%2B12125550142" },
  "/calls/export": { by: "staff", methods: ["GET"] },
  "/configurations/choices": { by: "staff", methods: ["GET"], query: "kind=schedule&q=" },
  "/find": { by: "staff", methods: ["GET"], query: "q=a" },
  "/greetings/[id]/sound": { by: "staff", methods: ["GET"] },
  "/greetings/phone-recordings/[id]": { by: "staff", methods: ["GET"] },
  "/greetings/sounds": { by: "manager", methods: ["POST"], query: "source=upload" },
  "/schedules/holidays": { by: "manager", methods: ["GET"], query: "country=US&region=&year=2026" },
  "/voicemails/[id]/audio": { by: "staff", methods: ["GET"] },
};

/** The addresses that the files of the app make, as Next.js reads their folders. */
export function addressesOf(file: "page.tsx" | "route.ts"): string[] {
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "app"], {
    encoding: "utf8",
  });
  return files
    .split("\n")
    .filter((path) => path.endsWith(`/${file}`))
    .map((path) => path.slice("app".length, -`/${file}`.length).replace("/(office)", "") || "/")
    .sort();
}
