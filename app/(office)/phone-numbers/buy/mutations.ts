"use server";

import { Temporal } from "temporal-polyfill";
import { mutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { sayAndGo } from "@/app/_mutations/say-and-go";
import { write } from "@/app/_mutations/write";
import { twilioHere } from "@/app/_twilio/twilio-here";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findPhoneNumberId } from "@/db/queries/phone-numbers/find-phone-number";
import { logFault } from "@/lib/log";
import { takeIn } from "@/lib/twilio/rest/buy-and-release";
import { faultInWords } from "@/lib/twilio/rest/fault-in-words";
import { buyNumber as buyNumberAtTwilio } from "@/lib/twilio/rest/numbers-at-twilio";
import { TwilioFault } from "@/lib/twilio/rest/twilio-fault";
import { isSameNumber } from "../is-same-number";
import { nameOfNumber, numberInWords } from "../number-in-words";
import { purchaseSchema } from "../number-schema";

/** Beside which field Twilio's codes about addresses and bundles belong. */
const fieldOfCode: Readonly<Record<number, string>> = {
  21615: "addressSid",
  21631: "addressSid",
  21649: "bundleSid",
  21650: "bundleSid",
  21651: "addressSid",
};

/** Costs the firm money from then on. */
export const buyNumber = mutation({
  name: "buyNumber",
  minimumRole: "owner",
  schema: purchaseSchema,
  async run({ confirmation, ...purchase }, { staff, db }) {
    const { country } = await getFirm(db);
    if (!isSameNumber(confirmation, purchase.number, country)) {
      throw new Refusal({
        fieldErrors: { confirmation: "This is not the number that you are about to buy." },
      });
    }
    const { twilio } = await twilioHere();
    if (!twilio.isConnected) {
      throw new Refusal({ message: "Switchboard has no credentials for Twilio, so nothing was bought." });
    }
    const bought = await buyNumberAtTwilio(twilio.client, purchase).catch(refuse);
    const record = async () => {
      await takeIn(db, bought, Temporal.Now.instant());
      const id = await findPhoneNumberId(db, bought.number);
      await write(
        db,
        recordActivity(db, {
          staff,
          verb: "buyNumber",
          subject: "phoneNumber",
          subjectId: id ?? bought.sid,
          subjectName: bought.friendlyName,
          before: null,
          after: numberInWords(bought, country),
        }),
      );
      return id;
    };
    const id = await record().catch((error: unknown) => {
      logFault("twilio.bought-not-recorded", error, { sid: bought.sid });
      const message =
        "Twilio has sold the number, but not all of that could be recorded here. Do not buy it again: synchronise, and it will be in the list.";
      throw new Refusal({ message });
    });
    return sayAndGo(`${nameOfNumber(bought, country)}: bought.`, `/phone-numbers/${id ?? ""}`);
  },
});

/** @throws Refusal for what became of the purchase, beside the field that can mend it. */
function refuse(error: unknown): never {
  if (!(error instanceof TwilioFault)) throw error;
  logFault("twilio.buying-failed", error);
  const message = faultInWords(error, {
    notDone: "The number was not bought.",
    unsure:
      "It is not known whether the number was bought. Synchronise before you try again, so that it is not bought twice.",
  });
  const field = fieldOfCode[error.code ?? 0];
  throw new Refusal(field ? { fieldErrors: { [field]: message } } : { message });
}
