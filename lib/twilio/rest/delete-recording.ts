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

/**
 * Whether the account still has a recording: one that was deleted may be written down all the same, if Twilio was about it.
 *
 * @throws TwilioFault
 */
export const isRecordingAtTwilio = async (client: TwilioClient, sid: string): Promise<boolean> =>
  (await unlessGone(() => client.recordings(sid).fetch())) !== null;

/**
 * Deletes what has been written down of a recording that is gone. Source: Twilio, "Transcriptions resource", Delete a
 * Transcription.
 *
 * @throws TwilioFault, but not for one that the account does not have any more.
 */
export const deleteTranscriptionAtTwilio = async (client: TwilioClient, sid: string): Promise<void> => {
  await unlessGone(() => client.transcriptions(sid).remove());
};

async function unlessGone<Answer>(request: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked(request);
  } catch (error) {
    if (error instanceof TwilioFault && error.isNotFound) return null;
    throw error;
  }
}
