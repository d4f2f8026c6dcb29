"use server";

import { z } from "zod";
import { mutation } from "@/app/_mutations/mutation";
import { write } from "@/app/_mutations/write";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { getFirm } from "@/db/queries/firm/get-firm";
import { firmId } from "@/db/queries/firm/save-firm";
import { getRetention, saveRetention as saving } from "@/db/queries/retention/retention";
import { firmSettings } from "@/db/schema";
import { retentionInWords } from "@/lib/retention/cleared-in-words";
import { retentionSchema } from "./retention-schema";

/** How long calls and voicemails are kept. */
export const saveRetention = mutation({
  name: "saveRetention",
  minimumRole: "manager",
  schema: z.object({ version: z.coerce.number().int().positive(), ...retentionSchema }),
  revalidates: ["/settings"],
  async run({ version, ...after }, { db, staff }) {
    const [before, { name }] = await Promise.all([getRetention(db), getFirm(db)]);
    await write(
      db,
      [
        ...saving(db, { version, ...after }),
        ...recordActivity(db, {
          staff,
          verb: "saveRetention",
          subject: "firm",
          subjectId: firmId,
          subjectName: name,
          before: retentionInWords(before),
          after: retentionInWords(after),
        }),
      ],
      { editing: { table: firmSettings, subject: "firm", seen: { id: firmId, version } } },
    );
    const keepsAll = after.keepsCallsDays === null && after.keepsVoicemailsDays === null;
    return keepsAll ? "Everything is kept for good." : "What is older is deleted from the next night on.";
  },
});
