"use server";

import { eq } from "drizzle-orm";
import type { Route } from "next";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { seenVersion } from "@/app/_mutations/form-fields";
import { mutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { sayAndGo } from "@/app/_mutations/say-and-go";
import { write } from "@/app/_mutations/write";
import { twilioHere } from "@/app/_twilio/twilio-here";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findAssignee } from "@/db/queries/voicemails/find-assignee";
import { findVoicemail, type Voicemail } from "@/db/queries/voicemails/find-voicemail";
import { markVoicemailHeard, markVoicemailNew } from "@/db/queries/voicemails/mark-voicemail";
import { raiseVersion, refuseStale } from "@/db/queries/writes/raise-version";
import { voicemails } from "@/db/schema";
import type { SignedIn } from "@/lib/auth/require-staff";
import { deleteRecordingAtTwilio } from "@/lib/twilio/rest/delete-recording";
import { faultInWords } from "@/lib/twilio/rest/fault-in-words";
import { TwilioFault } from "@/lib/twilio/rest/twilio-fault";
import { standingInWords, voicemailInWords, voicemailName } from "./voicemail-in-words";

const gone = () => new Refusal({ message: "This voicemail has been deleted in the meantime." });

/**
 * Everybody who is signed in listens to voicemail. Not put on record as a change, since playing one marks it: the voicemail
 * itself says who has heard it, and when.
 */
export const markVoicemail = mutation({
  name: "markVoicemail",
  minimumRole: "staff",
  schema: z.object({ id: z.uuid(), as: z.enum(["heard", "new"]) }),
  revalidates: ["/voicemails"],
  async run({ id, as }, { db, staff }) {
    const isThere =
      as === "heard"
        ? await markVoicemailHeard(db, { id, by: staff, at: Temporal.Now.instant() })
        : await markVoicemailNew(db, id);
    if (!isThere) throw gone();
  },
});

export const archiveVoicemail = mutation({
  name: "archiveVoicemail",
  minimumRole: "staff",
  schema: z.object({ id: z.uuid() }),
  revalidates: ["/voicemails"],
  run: ({ id }, signedIn) =>
    moveVoicemail(id, signedIn, { verb: "archiveVoicemail", archivedAt: new Date() }),
});

export const restoreVoicemail = mutation({
  name: "restoreVoicemail",
  minimumRole: "staff",
  schema: z.object({ id: z.uuid() }),
  revalidates: ["/voicemails"],
  run: ({ id }, signedIn) => moveVoicemail(id, signedIn, { verb: "restoreVoicemail", archivedAt: null }),
});

/** Into the archive or out of it. Done twice it is done once. */
async function moveVoicemail(
  id: string,
  { db, staff }: SignedIn,
  { verb, archivedAt }: { verb: string; archivedAt: Date | null },
): Promise<undefined> {
  const [before, { country }] = await Promise.all([findVoicemail(db, id), getFirm(db)]);
  if (!before) throw gone();
  if ((before.archivedAt === null) === (archivedAt === null)) return;
  const assignedToName = before.assignedTo?.name ?? null;
  await write(db, [
    db.update(voicemails).set({ archivedAt }).where(eq(voicemails.id, id)),
    ...recordActivity(db, {
      staff,
      verb,
      subject: "voicemail",
      subjectId: id,
      subjectName: voicemailName(before, country),
      before: standingInWords(before),
      after: voicemailInWords({ assignedToName, note: before.note, isArchived: archivedAt !== null }),
    }),
  ]);
}

/** Whose it is to answer it, and what they should know. */
export const saveVoicemail = mutation({
  name: "saveVoicemail",
  minimumRole: "staff",
  schema: z.object({
    ...seenVersion,
    assignedToId: z.union([z.literal(""), z.uuid()]),
    note: z.string().trim().max(2000, "That is too long: at most 2000 characters."),
  }),
  revalidates: ["/voicemails"],
  async run({ id, version, assignedToId, note }, { db, staff }) {
    const [before, assignee, { country }] = await Promise.all([
      findVoicemail(db, id),
      assignedToId === "" ? null : findAssignee(db, assignedToId),
      getFirm(db),
    ]);
    if (!before) throw gone();
    if (assignedToId !== "" && !assignee) throw assigneeGone();
    const seen = { id, version };
    await write(
      db,
      [
        raiseVersion(db, voicemails, seen),
        db
          .update(voicemails)
          .set({ assignedToId: assignee?.id ?? null, note })
          .where(eq(voicemails.id, id)),
        ...recordActivity(db, {
          staff,
          verb: "saveVoicemail",
          subject: "voicemail",
          subjectId: id,
          subjectName: voicemailName(before, country),
          before: standingInWords(before),
          after: voicemailInWords({
            assignedToName: assignee?.name ?? null,
            note,
            isArchived: before.archivedAt !== null,
          }),
        }),
      ],
      {
        refusals: {
          voicemails_assigned_to_id_people_id_fk: { field: "assignedToId", message: assigneeGoneWords },
        },
        editing: { table: voicemails, subject: "voicemail", seen },
      },
    );
    return "Saved.";
  },
});

const assigneeGoneWords = "This person has been deleted in the meantime: choose somebody else.";
const assigneeGone = () => new Refusal({ fieldErrors: { assignedToId: assigneeGoneWords } });

/** The recording at Twilio goes first: while it is there, so is the voicemail, and with it the way to delete it. */
export const deleteVoicemail = mutation({
  name: "deleteVoicemail",
  minimumRole: "manager",
  schema: z.object(seenVersion),
  async run(seen, { db, staff }) {
    const [before, { country }] = await Promise.all([findVoicemail(db, seen.id), getFirm(db)]);
    if (!before) return sayAndGo("Somebody else has deleted it already.", "/voicemails");
    const editing = { table: voicemails, subject: "voicemail", seen } as const;
    await write(db, [refuseStale(db, voicemails, seen)], { editing });
    await deleteRecording(before);
    await write(db, [
      db.delete(voicemails).where(eq(voicemails.id, seen.id)),
      ...recordActivity(db, {
        staff,
        verb: "deleteVoicemail",
        subject: "voicemail",
        subjectId: seen.id,
        subjectName: voicemailName(before, country),
        before: standingInWords(before),
        after: null,
      }),
    ]);
    return sayAndGo("The voicemail is deleted, at Twilio too.", "/voicemails" as Route);
  },
});

/** @throws Refusal that says why the recording is still at Twilio. */
async function deleteRecording({ recordingSid }: Voicemail): Promise<void> {
  const { twilio } = await twilioHere();
  if (!twilio.isConnected) {
    throw new Refusal({
      message: "Switchboard is not connected to Twilio, where the recording is. Nothing has been deleted.",
    });
  }
  try {
    await deleteRecordingAtTwilio(twilio.client, recordingSid);
  } catch (error) {
    if (!(error instanceof TwilioFault)) throw error;
    const message = faultInWords(error, {
      notDone: "Nothing has been deleted.",
      unsure: "The voicemail is still here; its recording may be gone. Delete it once more to be sure.",
    });
    throw new Refusal({ message });
  }
}
