import type { TwilioClient } from "./connection";
import { asked } from "./numbers-at-twilio";
import { TwilioFault } from "./twilio-fault";

/**
 * Deletes a recording, and before it what Twilio has written down of it: that is a resource of its own, which outlives the
 * recording, and which nothing leads to once that is gone. Source: Twilio, "Transcriptions resource".
 *
 * @throws TwilioFault, but not for what the account does not have any more.
 */
export async function deleteRecordingAtTwilio(client: TwilioClient, sid: string): Promise<void> {
  const recording = client.recordings(sid);
  const transcriptions = (await unlessGone(() => recording.transcriptions.list())) ?? [];
  for (const transcription of transcriptions) {
    await unlessGone(() => recording.transcriptions(transcription.sid).remove());
  }
  await unlessGone(() => recording.remove());
}

async function unlessGone<Answer>(request: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked(request);
  } catch (error) {
    if (error instanceof TwilioFault && error.isNotFound) return null;
    throw error;
  }
}
