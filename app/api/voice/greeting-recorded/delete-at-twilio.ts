import type { Database } from "@/db/client";
import { forgetRecordingAtTwilio, isRecordingToDelete } from "@/db/queries/phone-recordings/phone-recordings";
import { logFault } from "@/lib/log";
import type { Settings } from "@/lib/settings-schema";
import { connectToTwilio } from "@/lib/twilio/rest/connection";
import { deleteRecordingAtTwilio } from "@/lib/twilio/rest/delete-recording";

/**
 * Deletes the recording of a spoken greeting at Twilio, once it is known here that it is to be: one that could not be kept
 * may be told of again. Whatever fails is left for the nightly clearing.
 */
export async function deleteAtTwilio(
  db: Database,
  recording: { id: string; recordingSid: string },
  settings: Settings,
): Promise<void> {
  try {
    const twilio = connectToTwilio(settings);
    if (!twilio.isConnected || !(await isRecordingToDelete(db, recording))) return;
    await deleteRecordingAtTwilio(twilio.client, recording.recordingSid);
    await forgetRecordingAtTwilio(db, recording.id);
  } catch (error) {
    logFault("greeting.notDeletedAtTwilio", error, recording);
  }
}
