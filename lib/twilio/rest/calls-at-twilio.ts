import { Temporal } from "temporal-polyfill";
import type { TwilioClient } from "./connection";
import { asked } from "./numbers-at-twilio";

/** Twilio's filter may go by whole days of UTC, and a call is found by its start, which is before its recordings'. */
const slackHours = 48;

/**
 * The calls that have come in from somebody since an instant, and some from before it.
 *
 * @throws TwilioFault
 */
export async function listCallsFrom(
  client: TwilioClient,
  { from, since }: { from: string; since: Temporal.Instant },
): Promise<{ callSid: string; to: string }[]> {
  const startTimeAfter = new Date(since.subtract({ hours: slackHours }).epochMilliseconds);
  const found = await asked(() => client.calls.list({ from, startTimeAfter }));
  return found
    .filter(({ direction }) => direction === "inbound")
    .map(({ sid: callSid, to }) => ({ callSid, to }));
}

/**
 * When the last of the phones that were rung on a call, and were picked up, was let go or hung up; null where none was
 * picked up. By a person or a machine, and whether or not the caller was ever put through: Twilio does not say.
 *
 * @throws TwilioFault
 */
export async function findEndOfLastLeg(
  client: TwilioClient,
  callSid: string,
): Promise<Temporal.Instant | null> {
  const legs = await asked(() => client.calls.list({ parentCallSid: callSid }));
  const ends = legs
    .filter(
      ({ status, duration }) => status === "in-progress" || (status === "completed" && duration !== "0"),
    )
    // One that goes on has no end yet.
    .map(({ endTime }) => (endTime ?? new Date()).getTime());
  return ends.length === 0 ? null : Temporal.Instant.fromEpochMilliseconds(Math.max(...ends));
}

/** What a recording was made for. */
export type RecordedFor = "message" | "name";

/**
 * What the recordings of a call were made for, by what Twilio has asked of us with them: known to Twilio even where nothing
 * could be kept of it here. None before Twilio hands its requests out, a quarter of an hour after the call's end.
 * Source: Twilio, "Call Event resource".
 *
 * @throws TwilioFault
 */
export async function findWhatWasRecorded(
  client: TwilioClient,
  callSid: string,
): Promise<Map<string, RecordedFor>> {
  const events = await asked(() => client.calls(callSid).events.list());
  const found = new Map<string, RecordedFor>();
  for (const { request } of events) {
    const { url, parameters } = (request ?? {}) as { url?: unknown; parameters?: unknown };
    const [, step] = /\/api\/voice\/(after-name|after-record|recorded)\//.exec(String(url ?? "")) ?? [];
    if (!step) continue;
    for (const [sid] of JSON.stringify(parameters ?? {}).matchAll(/RE[0-9a-f]{32}/g)) {
      found.set(sid, step === "after-name" ? "name" : "message");
    }
  }
  return found;
}
