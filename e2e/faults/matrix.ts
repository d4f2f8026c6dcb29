import { test as base } from "../fixtures";
import type { RunningApp } from "../office/start-app";
import { cronSecret, type Office } from "../office/start-office";
import { type Answer, postAsTwilio } from "../twilio/twilio";
import { type Fault, faults } from "./fault";
import type { VoiceRequest } from "./voice-rows";

export { expect } from "../fixtures";

/**
 * Every route against every fault: `docs/faults.md` says what comes of each, and its specs show it. FAULTS=all tries all
 * of them, FAULTS=down,cut some; otherwise each route meets one, and every fault meets the first request of a call in
 * `faults.spec.ts`.
 */
const { FAULTS } = process.env;
export const tried: readonly Fault[] = faults.filter((fault) =>
  FAULTS ? FAULTS === "all" || FAULTS.split(",").includes(fault) : fault === "down",
);

/** Whether there is time for more than each route once. */
export const isThorough = FAULTS !== undefined && FAULTS !== "";

export const cronHeaders = { authorization: `Bearer ${cronSecret}` };

/** An app that has answered nobody yet, and takes its regular work from us. */
export const test = base.extend<object, { app: RunningApp }>({
  app: [
    async ({ office }, use) => use(await office.startAnotherApp({ CRON_SECRET: cronSecret })),
    { scope: "worker" },
  ],
});

export const ask = (office: Office, app: RunningApp, { path, parameters }: VoiceRequest): Promise<Answer> =>
  postAsTwilio({ ...office.account, baseUrl: app.baseUrl }, app.baseUrl + path, parameters);
