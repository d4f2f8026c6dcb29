import type { TwilioClient } from "./connection";
import { asked } from "./numbers-at-twilio";
import { TwilioFault } from "./twilio-fault";

/** @throws TwilioFault, but not for a recording that the account does not have any more. */
export async function deleteRecordingAtTwilio(client: TwilioClient, sid: string): Promise<void> {
  try {
    await asked(() => client.recordings(sid).remove());
  } catch (error) {
    if (!(error instanceof TwilioFault && error.isNotFound)) throw error;
  }
}
