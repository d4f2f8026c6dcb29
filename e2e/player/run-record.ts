import type { RecordStep } from "@/lib/twiml/call-step";
import { sid } from "../twilio/twilio";
import { ask, type Document, type Fetched, stepIn } from "./ask";
import type { Call } from "./call";
import type { Leg } from "./leg";
import type { Act } from "./party";
import type { Process } from "./process";
import type { Next } from "./run-documents";

/** Twilio transcribes recordings of this length. Source: Twilio, "TwiML Voice: <Record>", transcribe. */
const shortestTranscribedSeconds = 2;
const longestTranscribedSeconds = 120;

/** Records what is said. An empty recording goes on with the next verb, and its action is never asked. */
export async function* runRecord(call: Call, leg: Leg, step: RecordStep, document: Document): Process<Next> {
  if (!leg.hasHeardSomething) call.fault("The caller was recorded without having been told");
  const act = await leg.party({ kind: "records", mostSeconds: step.maxLengthSeconds });
  leg.hasHeardSomething = false;
  leg.redirects = 0;
  const { seconds, digits, hasHungUp } = recorded(act, step);
  yield seconds + (digits === "" && !hasHungUp ? step.timeoutSeconds : 0);
  if (hasHungUp) leg.status = "completed";
  if (seconds < 1) {
    call.tell(leg.phone, hasHungUp ? "hangs up without a word" : "says nothing");
    return hasHungUp ? "gone" : "next";
  }
  call.tell(leg.phone, `leaves a message of ${seconds} s${hasHungUp ? ", and hangs up" : ""}`);
  const recordingSid = sid("RE");
  const url = new URL(step.action ?? document.url, document.url).href;
  call.messages.push({ recordingSid, seconds, toldTo: stepIn(url) });
  const recording = {
    RecordingSid: recordingSid,
    RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/${call.plan.account.accountSid}/Recordings/${recordingSid}`,
    RecordingDuration: String(seconds),
  };
  await addCallbacks(call, leg, step, document, recording);
  const next: Fetched = {
    url,
    method: step.method,
    parameters: { ...recording, Digits: hasHungUp ? "hangup" : digits },
  };
  if (!hasHungUp) return next;
  // Twilio still asks, and does nothing with the answer.
  await ask(call, leg, next);
  return "gone";
}

function recorded(act: Act, step: RecordStep): { seconds: number; digits: string; hasHungUp: boolean } {
  if (act.does === "hangs up") {
    const seconds = Math.min(Math.round(act.afterSeconds), step.maxLengthSeconds);
    return { seconds, digits: "", hasHungUp: true };
  }
  if (act.does !== "speaks") return { seconds: 0, digits: "", hasHungUp: false };
  const seconds = Math.min(act.seconds, step.maxLengthSeconds);
  // Whoever speaks for longer is cut off.
  if (act.seconds > step.maxLengthSeconds) return { seconds, digits: "", hasHungUp: false };
  const isKey = act.endsWith.length === 1 && step.finishOnKey.includes(act.endsWith);
  return { seconds, digits: isKey ? act.endsWith : "", hasHungUp: act.endsWith === "hanging up" };
}

async function addCallbacks(
  call: Call,
  leg: Leg,
  step: RecordStep,
  document: Document,
  recording: Record<string, string>,
): Promise<void> {
  const { recordingStatusCallback, transcribe, transcribeCallback } = step;
  const seconds = Number(recording.RecordingDuration);
  if (recordingStatusCallback) {
    await call.callbacks.add({
      url: new URL(recordingStatusCallback, document.url).href,
      parameters: {
        ...recording,
        CallSid: leg.sid,
        RecordingStatus: "completed",
        RecordingChannels: "1",
        RecordingSource: "RecordVerb",
        RecordingStartTime: "Mon, 23 Nov 2026 15:00:00 +0000",
      },
    });
  }
  if (!transcribe || !transcribeCallback) return;
  const isTranscribed = seconds >= shortestTranscribedSeconds && seconds <= longestTranscribedSeconds;
  await call.callbacks.add({
    url: new URL(transcribeCallback, document.url).href,
    parameters: {
      ...leg.parameters,
      RecordingSid: recording.RecordingSid ?? "",
      RecordingUrl: recording.RecordingUrl ?? "",
      TranscriptionSid: sid("TR"),
      TranscriptionText: isTranscribed ? `Hello, these are ${seconds} seconds of a message.` : "",
      TranscriptionStatus: isTranscribed ? "completed" : "failed",
      TranscriptionType: "fast",
      CallStatus: leg.status,
    },
  });
}
