"use server";

import { parsePhoneNumberFromString } from "libphonenumber-js/min";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { mutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { sayAndGo } from "@/app/_mutations/say-and-go";
import { write } from "@/app/_mutations/write";
import { twilioHere } from "@/app/_twilio/twilio-here";
import type { Database } from "@/db/client";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { deleteCallerData, moreWasRecorded } from "@/db/queries/callers/delete-caller-data";
import { findCallerData, recordingsOf } from "@/db/queries/callers/find-caller-data";
import { getFirm } from "@/db/queries/firm/get-firm";
import { firmId } from "@/db/queries/firm/save-firm";
import { listLostRecordingsOf } from "@/lib/lost-messages/list-lost-recordings-of";
import { deleteRecordingAtTwilio } from "@/lib/twilio/rest/delete-recording";
import { faultInWords } from "@/lib/twilio/rest/fault-in-words";
import { TwilioFault } from "@/lib/twilio/rest/twilio-fault";
import { callerDataInWords, isNothingKept } from "./caller-data-in-words";
import { readCaller } from "./read-caller";

/**
 * Everything about one caller, at their request. Recordings at Twilio go first: as long as one is there, so is what leads
 * to it. A second try goes on where the first one failed.
 */
export const deleteCaller = mutation({
  name: "deleteCaller",
  minimumRole: "manager",
  schema: z.object({ number: z.string(), confirmation: z.string() }),
  async run({ number: given, confirmation }, { db, staff }) {
    const { country } = await getFirm(db);
    const number = readCaller(given, country);
    if (number === null) throw new Refusal({ message: "Look the number up again." });
    if (readCaller(confirmation, country) !== number) {
      const words = formatPhoneNumber(number, country);
      throw new Refusal({ fieldErrors: { confirmation: `Type the number, ${words}, to delete all of it.` } });
    }
    const data = await findCallerData(db, number);
    if (isNothingKept(data)) return sayAndGo("Nothing is kept about this caller any more.", "/caller-data");
    await deleteRecordings(db, number, recordingsOf(data));
    await write(
      db,
      [
        ...deleteCallerData(db, { number, data, writtenAs: formsOf(number) }),
        ...recordActivity(db, {
          staff,
          verb: "deleteCallerData",
          subject: "callerData",
          subjectId: firmId,
          subjectName: "a caller, at their request",
          before: callerDataInWords(data),
          after: null,
        }),
      ],
      { refusals: { [moreWasRecorded]: "They have left another message just now. Delete once more." } },
    );
    return sayAndGo("All that was kept about this caller is deleted.", "/caller-data");
  },
});

/** As it may stand in the activity, whatever the firm's country was at the time. */
function formsOf(number: string): string[] {
  const parsed = parsePhoneNumberFromString(number);
  if (!parsed) return [];
  return [parsed.formatNational(), parsed.formatInternational()].flatMap((form) => [
    form,
    form.replaceAll(" ", "\u00a0"),
  ]);
}

/**
 * Deletes the recordings that are known here, and those of the caller that are at Twilio and not here yet: the regular work
 * would find them there, and the caller with them.
 *
 * @throws Refusal when one of them is still there.
 */
async function deleteRecordings(db: Database, number: string, known: readonly string[]): Promise<void> {
  const { twilio } = await twilioHere();
  if (!twilio.isConnected) {
    if (known.length === 0) return;
    throw new Refusal({
      message:
        "Twilio is not connected, so the recordings there cannot be deleted. Nothing was deleted here.",
    });
  }
  const notDone = "Not all of the recordings are deleted, so all else is still here.";
  try {
    const at = Temporal.Now.instant();
    const lost = await listLostRecordingsOf(db, twilio.client, { number, at });
    for (const sid of new Set([...known, ...lost])) await deleteRecordingAtTwilio(twilio.client, sid);
  } catch (error) {
    if (error instanceof TwilioFault) throw new Refusal({ message: faultInWords(error, { notDone }) });
    throw error;
  }
}
