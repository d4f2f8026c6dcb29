import { after } from "next/server";
import { Temporal } from "temporal-polyfill";
import {
  failPhoneRecording,
  findAwaitedRecording,
  finishPhoneRecording,
} from "@/db/queries/phone-recordings/phone-recordings";
import { keepSound } from "@/db/queries/sounds/keep-sound";
import { checkSound } from "@/lib/audio/check-sound";
import { pageDatabase } from "@/lib/auth/page-database";
import { recordingFrom } from "@/lib/call/after-record";
import { readPlacedCallPath } from "@/lib/call/placed-call-path";
import { logFault } from "@/lib/log";
import type { StepRouteContext } from "../../_line/answer-step";
import { receive } from "../../_line/receive";
import { deleteAtTwilio } from "../delete-at-twilio";
import { fetchRecording } from "../fetch-recording";

const nothing = "Nothing was recorded: it was silent, or too short.";
const notFetched = "It was recorded, but Twilio did not hand the recording out. Please record it again.";

/**
 * Twilio has a spoken greeting ready, or has none. The sound is brought here, and Twilio's own is deleted there: what callers
 * hear is nowhere but here. Nobody waits for this answer, and it reads sound files: so it runs on Node.js.
 */
export async function POST(request: Request, { params }: StepRouteContext): Promise<Response> {
  const received = await receive(request);
  if (received instanceof Response) return received;
  const path = readPlacedCallPath((await params).step);
  const db = pageDatabase();
  try {
    const awaited = path && (await findAwaitedRecording(db, path.id));
    // Told twice, or of a recording that nobody waits for any more.
    if (!awaited) return new Response(null, { status: 204 });
    const { id } = path;
    const isThere = received.parameters.get("RecordingStatus") === "completed";
    const recording = isThere ? recordingFrom(received.parameters) : null;
    if (!recording) {
      await failPhoneRecording(db, { id, failure: nothing });
      return new Response(null, { status: 204 });
    }
    const { recordingSid } = recording;
    after(() => deleteAtTwilio(db, { id, recordingSid }, received.settings));
    const bytes = await fetchRecording(received.settings, recordingSid);
    const checked = bytes && (await checkSound(bytes));
    if (!checked || "fault" in checked) {
      await failPhoneRecording(db, { id, failure: checked?.fault ?? notFetched, recordingSid });
      return new Response(null, { status: 204 });
    }
    const at = Temporal.Now.instant();
    const sound = { ...checked, bytes, source: "phone" as const, fileName: "", ...awaited, at };
    await finishPhoneRecording(db, { id, soundId: await keepSound(db, sound), recordingSid });
    return new Response(null, { status: 204 });
  } catch (error) {
    logFault("greeting.notKept", error, { phoneRecordingId: path?.id ?? null });
    return new Response("The recording could not be kept.\n", { status: 503 });
  }
}
