import { expect } from "@playwright/test";
import { checkTwiml } from "@/lib/twiml/check-twiml";
import type { RunningApp } from "../office/start-app";
import type { Answer } from "../twilio/twilio";

/** Expects TwiML without a fault, and answers what more may be expected of it. */
export function expectTwiml({ status, body }: Answer, route: string) {
  expect(status, `${route}: ${body}`).toBe(200);
  expect(
    checkTwiml(body).filter(({ severity }) => severity === "error"),
    route,
  ).toEqual([]);
  expect(body, route).not.toContain("<Reject");
  return expect(body, route);
}

export function expectNothingGivenAway(text: string, what: string): void {
  expect(text, what).not.toMatch(/Failed query|NeonDbError|node_modules|^\s+at .+:\d+:\d+/m);
}

/** By which whoever is shown it can have it looked up. */
export function expectReference(text: string, app: RunningApp, what: string): void {
  const [, reference = "none"] = /Reference: ([0-9a-f]{8})/.exec(text) ?? [];
  expect(text, what).toContain("Something went wrong on our side");
  expect(app.output(), what).toContain(`"reference":"${reference}"`);
}

/** The reference of a page that could not be made, by which React's error boundary shows it; null where there is none. */
export const digestIn = (html: string): string | null =>
  /(?:data-dgst="|digest\\?":\\?")(\d+)/.exec(html)?.[1] ?? null;
