"use server";

import { randomUUID } from "node:crypto";
import { and, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import { refresh } from "next/cache";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { localeHere } from "@/app/_format/locale-here";
import { readPhoneNumber } from "@/app/_format/phone-number";
import { seenVersion } from "@/app/_mutations/form-fields";
import { mutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { sayAndGo } from "@/app/_mutations/say-and-go";
import { write } from "@/app/_mutations/write";
import { twilioHere } from "@/app/_twilio/twilio-here";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findPhoneNumber } from "@/db/queries/phone-numbers/find-phone-number";
import { raiseVersion } from "@/db/queries/writes/raise-version";
import { refuseUnless } from "@/db/queries/writes/refuse-unless";
import { phoneNumbers } from "@/db/schema";
import { logFault } from "@/lib/log";
import { countsInWords } from "@/lib/twilio/rest/counts-in-words";
import { faultInWords } from "@/lib/twilio/rest/fault-in-words";
import { isNews, synchroniseNumbers } from "@/lib/twilio/rest/synchronise";
import { TwilioFault } from "@/lib/twilio/rest/twilio-fault";
import { nameOfNumber, numberInWords } from "./number-in-words";
import { exampleSchema, numberSchema } from "./number-schema";

export const addExampleNumber = mutation({
  name: "addExampleNumber",
  minimumRole: "manager",
  schema: exampleSchema,
  async run(typed, { staff, db }) {
    const { country } = await getFirm(db);
    const number = readPhoneNumber(typed.number, country);
    if (number === null) {
      throw new Refusal({
        fieldErrors: { number: "Enter a phone number, with its country code if it is from abroad." },
      });
    }
    const made = { id: randomUUID(), number, friendlyName: typed.friendlyName };
    await write(
      db,
      [
        db.insert(phoneNumbers).values(made),
        ...recordActivity(db, {
          staff,
          verb: "addExampleNumber",
          subject: "phoneNumber",
          subjectId: made.id,
          subjectName: made.friendlyName,
          before: null,
          after: numberInWords(made, country),
        }),
      ],
      {
        refusals: {
          phone_numbers_number_unique: { field: "number", message: "This number is in the list already." },
        },
      },
    );
    return sayAndGo(`${nameOfNumber(made, country)}: added.`, `/phone-numbers/${made.id}`);
  },
});

export const saveNumber = mutation({
  name: "saveNumber",
  minimumRole: "manager",
  schema: numberSchema,
  async run({ friendlyName, isTestNumber, ...seen }, { staff, db }) {
    const [{ country }, before] = await Promise.all([getFirm(db), findPhoneNumber(db, seen.id)]);
    await write(
      db,
      [
        raiseVersion(db, phoneNumbers, seen),
        db.update(phoneNumbers).set({ friendlyName, isTestNumber }).where(eq(phoneNumbers.id, seen.id)),
        ...recordActivity(db, {
          staff,
          verb: "saveNumber",
          subject: "phoneNumber",
          subjectId: seen.id,
          subjectName: friendlyName,
          before: before && numberInWords(before, country),
          after: before && numberInWords({ ...before, friendlyName, isTestNumber }, country),
        }),
      ],
      {
        refusals: {
          phone_numbers_preview_of_test_number:
            "The number is at a preview, so it stays a test number. Take it back first.",
        },
        editing: { table: phoneNumbers, subject: "phoneNumber", seen },
      },
    );
    return sayAndGo(`${friendlyName}: saved.`, `/phone-numbers/${seen.id}`);
  },
});

/** Of a number that no account has. One that the account has is let go of by releasing it. */
export const deleteNumber = mutation({
  name: "deleteNumber",
  minimumRole: "manager",
  schema: z.object(seenVersion),
  async run(seen, { staff, db }) {
    const [{ country }, before] = await Promise.all([getFirm(db), findPhoneNumber(db, seen.id)]);
    if (!before) return sayAndGo("Somebody else has deleted it already.", "/phone-numbers");
    const isNobodys = db
      .select({ id: phoneNumbers.id })
      .from(phoneNumbers)
      .where(
        and(
          eq(phoneNumbers.id, seen.id),
          or(isNull(phoneNumbers.twilioSid), isNotNull(phoneNumbers.goneSince)),
        ),
      );
    await write(
      db,
      [
        raiseVersion(db, phoneNumbers, seen),
        refuseUnless(db, sql`exists ${isNobodys}`, "number_is_at_twilio"),
        db.delete(phoneNumbers).where(eq(phoneNumbers.id, seen.id)),
        ...recordActivity(db, {
          staff,
          verb: "deleteNumber",
          subject: "phoneNumber",
          subjectId: seen.id,
          subjectName: before.friendlyName,
          before: numberInWords(before, country),
          after: null,
        }),
      ],
      {
        refusals: {
          number_is_at_twilio:
            "The account at Twilio has this number, so it cannot be deleted here. Release it instead.",
          configurations_phone_number_id_phone_numbers_id_fk:
            "A configuration uses this number by now. Delete the configuration or give it another number first.",
        },
        editing: { table: phoneNumbers, subject: "phoneNumber", seen },
      },
    );
    return sayAndGo(`${nameOfNumber(before, country)}: deleted.`, "/phone-numbers");
  },
});

export const synchronise = mutation({
  name: "synchronise",
  minimumRole: "manager",
  schema: z.object({}),
  async run(_, { staff, db }) {
    const { twilio } = await twilioHere();
    if (!twilio.isConnected) {
      throw new Refusal({ message: "Switchboard has no credentials for Twilio, so there is nobody to ask." });
    }
    try {
      const counts = await synchroniseNumbers(db, twilio.client, { at: Temporal.Now.instant() });
      if (isNews(counts)) {
        await write(
          db,
          recordActivity(db, {
            staff,
            verb: "synchroniseNumbers",
            subject: "phoneNumber",
            subjectId: "all",
            subjectName: "All phone numbers",
            before: null,
            after: { "At Twilio": countsInWords(counts) },
          }),
        );
      }
      refresh();
      return countsInWords(counts, await localeHere());
    } catch (error) {
      if (!(error instanceof TwilioFault)) throw error;
      logFault("twilio.synchronising-failed", error);
      const notDone = "The numbers are shown as Twilio last told them; nothing was changed.";
      throw new Refusal({ message: faultInWords(error, { notDone }) });
    }
  },
});
