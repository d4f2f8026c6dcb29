"use server";

import { refresh } from "next/cache";
import { notFound } from "next/navigation";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { seenVersion } from "@/app/_mutations/form-fields";
import { mutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { sayAndGo } from "@/app/_mutations/say-and-go";
import { write } from "@/app/_mutations/write";
import { twilioHere } from "@/app/_twilio/twilio-here";
import type { Database } from "@/db/client";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findPhoneNumber } from "@/db/queries/phone-numbers/find-phone-number";
import { getNumberSettings } from "@/db/queries/phone-numbers/number-settings";
import type { SignedInStaff } from "@/lib/auth/require-staff";
import { logFault } from "@/lib/log";
import { releaseAndRecord } from "@/lib/twilio/rest/buy-and-release";
import { faultInWords } from "@/lib/twilio/rest/fault-in-words";
import { letNumberGo } from "@/lib/twilio/rest/let-number-go";
import { isBeingLetGo } from "@/lib/twilio/rest/number-state";
import { pointAtPreview, takeBackFromPreview } from "@/lib/twilio/rest/point-at-preview";
import { pointNumberHere } from "@/lib/twilio/rest/point-number-here";
import { readPreviewOrigin } from "@/lib/twilio/rest/preview-address";
import { isUndone, outcomeInWords, type PushOutcome } from "@/lib/twilio/rest/push-outcome";
import { TwilioFault } from "@/lib/twilio/rest/twilio-fault";
import { isSameNumber } from "../is-same-number";
import { nameOfNumber, numberInWords, standingInWords } from "../number-in-words";
import { previewSchema, releaseSchema } from "../number-schema";

/** Asks Twilio again for what is wanted: after a push that failed, or when somebody has changed the number there. */
export const repairNumber = mutation({
  name: "repairNumber",
  minimumRole: "manager",
  schema: z.object(seenVersion),
  run: ({ id }, { staff, db }) =>
    push(db, { id, staff, verb: "repairNumber" }, async (request) => {
      const number = await findPhoneNumber(db, id);
      return number && isBeingLetGo(number)
        ? letNumberGo(db, request.twilio, request)
        : pointNumberHere(db, request.twilio, request);
    }),
});

/** Puts back what stood at Twilio before Switchboard took the number over. */
export const letGo = mutation({
  name: "letGo",
  minimumRole: "manager",
  schema: z.object(seenVersion),
  run: ({ id }, { staff, db }) =>
    push(db, { id, staff, verb: "letNumberGo" }, async (request) => {
      const number = await findPhoneNumber(db, id);
      if (number?.hasActiveConfiguration) {
        throw new Refusal({ message: "An active configuration answers this number: deactivate it first." });
      }
      return letNumberGo(db, request.twilio, request);
    }),
});

/** Sends the calls of a test number to a preview. Only where Twilio may be written, which a preview itself may not. */
export const pointNumberAtPreview = mutation({
  name: "pointNumberAtPreview",
  minimumRole: "manager",
  schema: previewSchema,
  async run({ id, previewUrl, bypassSecret }, { staff, db }) {
    const number = await findPhoneNumber(db, id);
    if (!number) notFound();
    if (!number.isTestNumber) {
      throw new Refusal({ message: "Only a test number can be pointed at a preview: mark it as one first." });
    }
    const previewOrigin = readPreviewOrigin(previewUrl);
    if (previewOrigin === null) {
      const message =
        "Enter the address of a preview at Vercel, such as https://switchboard-git-branch.vercel.app.";
      throw new Refusal({ fieldErrors: { previewUrl: message } });
    }
    const { origin } = await twilioHere();
    if (previewOrigin === origin) {
      throw new Refusal({ fieldErrors: { previewUrl: "This is the address of Switchboard itself." } });
    }
    return push(db, { id, staff, verb: "pointAtPreview" }, (request) =>
      pointAtPreview(db, request.twilio, { ...request, previewOrigin, bypassSecret }),
    );
  },
});

/** Back to where the calls of a test number go without a preview. */
export const takeNumberBack = mutation({
  name: "takeNumberBack",
  minimumRole: "manager",
  schema: z.object(seenVersion),
  async run({ id }, { staff, db }) {
    const number = await findPhoneNumber(db, id);
    const isAnswered = number?.hasActiveConfiguration ?? false;
    return push(db, { id, staff, verb: "takeBackFromPreview", isAnswered }, (request) =>
      takeBackFromPreview(db, request.twilio, { ...request, isAnswered }),
    );
  },
});

type PushRequestHere = Awaited<ReturnType<typeof twilioHere>> & {
  phoneNumberId: string;
  at: Temporal.Instant;
};

/** Tells Twilio something about a number, records it, and says what came of it. */
async function push(
  db: Database,
  {
    id,
    staff,
    verb,
    isAnswered = true,
  }: {
    id: string;
    staff: SignedInStaff;
    verb: "repairNumber" | "letNumberGo" | "pointAtPreview" | "takeBackFromPreview";
    /** Whether an active configuration answers it. */
    isAnswered?: boolean;
  },
  carryOut: (request: PushRequestHere) => Promise<PushOutcome>,
): Promise<undefined> {
  if (!(await findPhoneNumber(db, id))) notFound();
  const before = await getNumberSettings(db, id);
  const here = await twilioHere();
  const outcome = await carryOut({ ...here, phoneNumberId: id, at: Temporal.Now.instant() });
  const after = await getNumberSettings(db, id);
  await write(
    db,
    recordActivity(db, {
      staff,
      verb,
      subject: "phoneNumber",
      subjectId: id,
      subjectName: after.friendlyName,
      before: standingInWords(before),
      after: standingInWords(after),
    }),
  );
  const attempt = {
    repairNumber: isBeingLetGo(before) ? "lettingGo" : "pointing",
    letNumberGo: "lettingGo",
    pointAtPreview: "toPreview",
    takeBackFromPreview: isAnswered ? "takingBack" : "takingBackUnanswered",
  } as const;
  const words = outcomeInWords(outcome, attempt[verb]) ?? "There was nothing to do.";
  if (isUndone(outcome) && outcome.outcome !== "gone") {
    // The page says how the number stands now, beside why it does.
    refresh();
    throw new Refusal({ message: words });
  }
  return sayAndGo(words, `/phone-numbers/${id}`);
}

/** Gives a number back to Twilio for good. */
export const releaseNumber = mutation({
  name: "releaseNumber",
  minimumRole: "owner",
  schema: releaseSchema,
  async run({ id, confirmation }, { staff, db }) {
    const [{ country }, number] = await Promise.all([getFirm(db), findPhoneNumber(db, id)]);
    if (!number) notFound();
    const name = nameOfNumber(number, country);
    if (!number.twilioSid || number.goneSince) {
      throw new Refusal({
        message: "The account at Twilio does not have this number, so there is nothing to release.",
      });
    }
    if (!isSameNumber(confirmation, number.number, country)) {
      throw new Refusal({
        fieldErrors: { confirmation: "This is not the number that you are about to release." },
      });
    }
    const { twilio } = await twilioHere();
    if (!twilio.isConnected) {
      throw new Refusal({ message: "Switchboard has no credentials for Twilio, so nothing was released." });
    }
    try {
      await releaseAndRecord(db, twilio.client, {
        id,
        twilioSid: number.twilioSid,
        at: Temporal.Now.instant(),
      });
    } catch (error) {
      if (!(error instanceof TwilioFault)) throw error;
      logFault("twilio.releasing-failed", error, { phoneNumberId: id });
      const notDone = "The number was not released: it is the firm's, and still costs money.";
      const unsure =
        "It is not known whether the number was released. Synchronise to see whether the account still has it.";
      throw new Refusal({ message: faultInWords(error, { notDone, unsure }) });
    }
    await write(
      db,
      recordActivity(db, {
        staff,
        verb: "releaseNumber",
        subject: "phoneNumber",
        subjectId: id,
        subjectName: number.friendlyName,
        before: numberInWords(number, country),
        after: null,
      }),
    );
    return sayAndGo(`${name}: released. It is not the firm's any more.`, "/phone-numbers");
  },
});
