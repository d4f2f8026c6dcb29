"use server";

import { z } from "zod";
import { readPhoneNumber } from "@/app/_format/phone-number";
import { mutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { write } from "@/app/_mutations/write";
import { twilioHere } from "@/app/_twilio/twilio-here";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findNumberToShow, findOwnPhones } from "@/db/queries/outgoing-calls/find-way-to-call";
import { listOwnNumbers } from "@/db/queries/people/list-own-numbers";
import { failPhoneRecording, startPhoneRecording } from "@/db/queries/phone-recordings/phone-recordings";
import { greetingCallUrls } from "@/lib/call/record-greeting";
import { logFault } from "@/lib/log";
import { faultInWords } from "@/lib/twilio/rest/fault-in-words";
import { placeCall, wayToCall } from "@/lib/twilio/rest/place-call";
import { TwilioFault } from "@/lib/twilio/rest/twilio-fault";

const noNumber =
  "No work number of yours is at Twilio, so there is none to call from. Buy or synchronise one first.";

/** Rings a phone, whose holder then speaks a greeting. The form has made up the id, by which it asks how it goes. */
export const ringToRecord = mutation({
  name: "ringToRecord",
  minimumRole: "manager",
  schema: z.object({ id: z.uuid(), number: z.string().trim() }),
  async run({ id, number: typed }, { staff, db }) {
    const { twilio, origin } = await twilioHere();
    const way = wayToCall(twilio, origin);
    if ("hindrance" in way) throw new Refusal({ message: way.hindrance });
    const [{ country }, phones, from] = await Promise.all([
      getFirm(db),
      findOwnPhones(db, staff.id),
      findNumberToShow(db),
    ]);
    if (!from) throw new Refusal({ message: noNumber });
    // A phone of one's own may be a SIP address, which nobody has to type here.
    const number = phones?.some((phone) => phone.number === typed) ? typed : readPhoneNumber(typed, country);
    if (number === null) {
      throw new Refusal({
        fieldErrors: { number: "Enter a phone number, with its country code if it is from abroad." },
      });
    }
    if ((await listOwnNumbers(db, [number])).length > 0) {
      throw new Refusal({ fieldErrors: { number: "This is a work number of yours: it would ring here." } });
    }
    await write(db, [startPhoneRecording(db, { id, madeById: staff.id, number })], {
      refusals: { phone_recordings_pkey: "The phone is being rung already." },
    });
    try {
      const { ask, ended } = greetingCallUrls(origin, id);
      const call = {
        to: number,
        from: from.number,
        url: ask,
        statusUrl: ended,
        stages: ["completed"] as const,
      };
      await placeCall(way.client, call);
    } catch (error) {
      if (!(error instanceof TwilioFault)) throw error;
      logFault("greeting.callNotPlaced", error, { phoneRecordingId: id });
      const failure = faultInWords(error, {
        notDone: "The phone was not rung.",
        unsure: "It is not known whether the phone rings.",
      });
      // If it rings after all, what is recorded still counts.
      await failPhoneRecording(db, { id, failure });
      throw new Refusal({ message: failure });
    }
  },
});
