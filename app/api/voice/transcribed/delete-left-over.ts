import type { Database } from "@/db/client";
import { isVoicemailKept } from "@/db/queries/voicemails/find-recording";
import type { Transcript } from "@/lib/call/transcript";
import { logFault } from "@/lib/log";
import type { Settings } from "@/lib/settings-schema";
import { connectToTwilio } from "@/lib/twilio/rest/connection";
import { deleteTranscriptionAtTwilio, isRecordingAtTwilio } from "@/lib/twilio/rest/delete-recording";
import { TwilioFault } from "@/lib/twilio/rest/twilio-fault";

/** Twilio gives a callback up after fifteen seconds, and the database is asked as well. */
const twilioMilliseconds = 5000;

/**
 * Deletes at Twilio what has been written down of a message that was deleted meanwhile, and answers whether it was of such a
 * one: it is not here, nor at Twilio, where it is deleted first. One that is at Twilio has not been told of yet; and where
 * Twilio cannot be asked it is taken for that, so that no message is lost.
 *
 * @throws TwilioFault when it is of such a one, and is still at Twilio.
 */
export async function deleteLeftOver(
  db: Database,
  { recordingSid, transcriptionSid }: Transcript,
  settings: Settings,
): Promise<boolean> {
  const twilio = connectToTwilio(settings, twilioMilliseconds);
  if (!twilio.isConnected || (await isVoicemailKept(db, recordingSid))) return false;
  try {
    if (await isRecordingAtTwilio(twilio.client, recordingSid)) return false;
  } catch (error) {
    if (!(error instanceof TwilioFault)) throw error;
    logFault("transcript.recordingUnknown", error, { recordingSid });
    return false;
  }
  if (twilio.mayWrite && transcriptionSid !== null) {
    await deleteTranscriptionAtTwilio(twilio.client, transcriptionSid);
  }
  return true;
}
