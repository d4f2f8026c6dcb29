import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { getDatabaseState } from "@/db/queries/health/get-database-state";
import { listNumbersToCheck } from "@/db/queries/health/list-numbers-to-check";
import { promptDatabase } from "@/lib/auth/prompt-database";
import { isReadOnlyDeployment } from "@/lib/read-only-deployment";
import type { Settings } from "@/lib/settings-schema";
import { type AccountAnswer, askAccount } from "@/lib/twilio/rest/ask-account";
import { wantedSettings } from "@/lib/twilio/rest/voice-settings";
import { checkAccount } from "./_checks/check-account";
import { type ClockReading, checkClock } from "./_checks/check-clock";
import { checkCrons } from "./_checks/check-crons";
import { checkDatabase } from "./_checks/check-database";
import { checkMail } from "./_checks/check-mail";
import { checkNumbers } from "./_checks/check-numbers";
import { checkSettings } from "./_checks/check-settings";
import { checkWebhook } from "./_checks/check-webhook";
import { carryOutCheck } from "./carry-out-check";
import type { Check } from "./check-result";

interface CheckUpRequest {
  db: Database;
  settings: Settings;
  /** Public, of this app. */
  origin: string;
  /** What its numbers are written in. */
  locale: string;
}

/** Begins every check at once. None waits for a line above it, unless it needs the same answer. */
export function startChecks({ db, settings, origin, locale }: CheckUpRequest): Check[] {
  const database = readDatabase();
  const account = askAccount(settings);
  const numbers = listNumbersToCheck(db);
  const wantedNow = isReadOnlyDeployment(settings)
    ? null
    : wantedSettings(origin, settings.VOICE_FALLBACK_URL);
  return [
    {
      title: "Settings",
      about: "Which settings this installation was started with; never what they say.",
      result: carryOutCheck("settings", async () => checkSettings(settings)),
    },
    {
      title: "Database",
      about: "Whether it answers, and has the tables of this release.",
      result: carryOutCheck("database", () =>
        checkDatabase(
          database.then(({ state }) => state),
          settings,
        ),
      ),
    },
    {
      title: "Twilio's account",
      about: "Whether Twilio takes our credentials.",
      result: carryOutCheck("account", () => checkAccount(account, settings, locale)),
    },
    {
      title: "Numbers at Twilio",
      about: "Whether each number sends its calls here, as Twilio says at this moment.",
      result: carryOutCheck("numbers", () => checkNumbers(account, numbers, wantedNow, locale)),
    },
    {
      title: "Answering calls",
      about:
        "Whether this app, asked at its public address, answers what Twilio signs and turns away what is forged.",
      result: carryOutCheck("webhook", () => checkWebhook(settings, origin)),
    },
    {
      title: "E-mail",
      about: "Whether the mail server lets us in. No e-mail is sent.",
      result: carryOutCheck("mail", () => checkMail(settings)),
    },
    {
      title: "Regular work",
      about: "Whether what is old is deleted each night, and notices that could not be sent are tried again.",
      result: carryOutCheck("crons", () => checkCrons(db, settings, { now: Temporal.Now.instant(), locale })),
    },
    {
      title: "Clock",
      about: "Whether the clock that opens and closes schedules goes with the database's and Twilio's.",
      result: carryOutCheck("clock", async () => {
        const readings = await Promise.all([clockOf(database), clockOf(account.then(clockAtTwilio))]);
        return checkClock(readings.filter((reading) => reading !== null));
      }),
    },
  ];
}

async function readDatabase() {
  const askedAt = Temporal.Now.instant();
  const state = await getDatabaseState(promptDatabase());
  const answeredAt = Temporal.Now.instant();
  const half = { milliseconds: Math.round(answeredAt.since(askedAt).total("milliseconds") / 2) };
  return { state, clock: { whose: "the database", said: state.now, readAt: askedAt.add(half) } };
}

const clockAtTwilio = (answer: AccountAnswer) => ({
  clock: answer.kind === "answered" && answer.clock ? { whose: "Twilio", ...answer.clock } : null,
});

/** Of somebody who has not answered there is no reading; that is told on a line of its own. */
const clockOf = (asked: Promise<{ clock: ClockReading | null }>): Promise<ClockReading | null> =>
  asked.then(
    ({ clock }) => clock,
    () => null,
  );
