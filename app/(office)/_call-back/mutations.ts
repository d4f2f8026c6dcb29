"use server";

import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { lengthInWords } from "@/app/_format/length-in-words";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { mutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { write } from "@/app/_mutations/write";
import { twilioHere } from "@/app/_twilio/twilio-here";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { findCall } from "@/db/queries/calls/find-call";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findNumberToShow, findOwnPhones } from "@/db/queries/outgoing-calls/find-way-to-call";
import { recordPlaced, recordRefusal, tellCallBack } from "@/db/queries/outgoing-calls/record-outgoing-call";
import { startOutgoingCall } from "@/db/queries/outgoing-calls/start-outgoing-call";
import { callBackUrls, storyOfCallBack } from "@/lib/call/call-back";
import { logFault } from "@/lib/log";
import { faultInWords } from "@/lib/twilio/rest/fault-in-words";
import { placeCall, wayToCall } from "@/lib/twilio/rest/place-call";
import { TwilioFault } from "@/lib/twilio/rest/twilio-fault";
import { numberToCallBack } from "./number-to-call-back";

/** Rings a phone of one's own; once 1 is pressed there, the caller, who sees the work number. */
export const callBack = mutation({
  name: "callBack",
  minimumRole: "staff",
  // The form makes up the id, so that a second press cannot ring twice.
  schema: z.object({ id: z.uuid(), callSid: z.string(), phone: z.string() }),
  async run({ id, callSid, phone }, { staff, db }) {
    const { twilio, origin } = await twilioHere();
    const way = wayToCall(twilio, origin);
    if ("hindrance" in way) throw new Refusal({ message: way.hindrance });
    const [call, phones, { country }] = await Promise.all([
      findCall(db, callSid),
      findOwnPhones(db, staff.id),
      getFirm(db),
    ]);
    if (!call) throw new Refusal({ message: "This call has been deleted in the meantime." });
    if (!phones?.some(({ number }) => number === phone)) {
      throw new Refusal({
        fieldErrors: { phone: "This is no phone of yours any more. Please choose another." },
      });
    }
    const other = numberToCallBack(call.from);
    if ("hindrance" in other) throw new Refusal({ message: other.hindrance });
    const shown = await findNumberToShow(db, call.to);
    if (!shown) {
      throw new Refusal({
        message: "The number that was called is not yours at Twilio, so it cannot be shown to the caller.",
      });
    }
    const at = Temporal.Now.instant();
    const caller = formatPhoneNumber(other.number, country);
    await write(
      db,
      [
        ...startOutgoingCall(db, {
          id,
          madeById: staff.id,
          madeByName: staff.name,
          fromPhone: phone,
          toNumber: other.number,
          phoneNumberId: shown.id,
          callSid,
          at,
        }),
        ...recordActivity(db, {
          staff,
          verb: "callBack",
          subject: "call",
          subjectId: callSid,
          subjectName: caller,
          before: null,
          after: {
            From: formatPhoneNumber(phone, country),
            "Number shown": formatPhoneNumber(shown.number, country),
          },
        }),
      ],
      { refusals: { outgoing_calls_pkey: "Your phone is being rung already." } },
    );
    try {
      const { ask, ownStatus } = callBackUrls(origin, id);
      const twilioSid = await placeCall(way.client, {
        to: phone,
        from: shown.number,
        url: ask,
        statusUrl: ownStatus,
        stages: ["ringing", "answered", "completed"],
      });
      await recordPlaced(db, { id, twilioSid });
    } catch (error) {
      if (!(error instanceof TwilioFault)) throw error;
      logFault("callBack.notPlaced", error, { outgoingCallId: id });
      const failure = faultInWords(error, {
        notDone: "Nobody was called.",
        unsure: "It is not known whether your phone rings.",
      });
      const refused = await recordRefusal(db, { id, failure, at });
      if (refused) await tellCallBack(db, refused, storyOfCallBack(refused, lengthInWords));
      throw new Refusal({ message: failure });
    }
  },
});
