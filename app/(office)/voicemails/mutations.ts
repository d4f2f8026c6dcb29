"use server";

import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { mutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { markVoicemailHeard, markVoicemailNew } from "@/db/queries/voicemails/mark-voicemail";

const gone = () => new Refusal({ message: "This voicemail has been deleted in the meantime." });

/** Everybody who is signed in listens to voicemail. */
export const markVoicemail = mutation({
  name: "markVoicemail",
  minimumRole: "staff",
  schema: z.object({ id: z.uuid(), as: z.enum(["heard", "new"]) }),
  revalidates: ["/voicemails"],
  async run({ id, as }, { db }) {
    const isThere =
      as === "heard"
        ? await markVoicemailHeard(db, { id, at: Temporal.Now.instant() })
        : await markVoicemailNew(db, id);
    if (!isThere) throw gone();
  },
});
