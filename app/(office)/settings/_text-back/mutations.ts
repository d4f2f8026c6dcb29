"use server";

import { z } from "zod";
import { checkbox } from "@/app/_mutations/form-fields";
import { mutation } from "@/app/_mutations/mutation";
import { write } from "@/app/_mutations/write";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { getFirm } from "@/db/queries/firm/get-firm";
import { firmId } from "@/db/queries/firm/save-firm";
import { getTextBack, saveTextBack as saving } from "@/db/queries/firm/text-back";
import { firmSettings } from "@/db/schema";

const inWords = (textBack: string | null) => ({ "Text to callers who reach nobody": textBack ?? "None" });

/** What callers who reach nobody are sent, or that they are sent nothing. */
export const saveTextBack = mutation({
  name: "saveTextBack",
  minimumRole: "manager",
  schema: z
    .object({
      version: z.coerce.number().int().positive(),
      isOn: checkbox(),
      // A browser sends the ends of lines as two characters.
      text: z
        .string()
        .transform((text) => text.replaceAll("\r\n", "\n").trim())
        .pipe(z.string().max(320, "That is too long: at most 320 characters.")),
    })
    .refine(({ isOn, text }) => !isOn || text !== "", { path: ["text"], error: "Write what they are sent." }),
  revalidates: ["/settings"],
  async run({ version, isOn, text }, { db, staff }) {
    const [before, { name }] = await Promise.all([getTextBack(db), getFirm(db)]);
    const textBack = isOn ? text : null;
    await write(
      db,
      [
        ...saving(db, { version, textBack }),
        ...recordActivity(db, {
          staff,
          verb: "saveTextBack",
          subject: "firm",
          subjectId: firmId,
          subjectName: name,
          before: inWords(before),
          after: inWords(textBack),
        }),
      ],
      { editing: { table: firmSettings, subject: "firm", seen: { id: firmId, version } } },
    );
    return isOn ? "Callers who reach nobody are texted from now on." : "Nobody is texted any more.";
  },
});
