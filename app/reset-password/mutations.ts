"use server";

import { headers } from "next/headers";
import { after } from "next/server";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { beginAtPace } from "@/lib/auth/begin-at-pace";
import { emailAddress } from "@/lib/auth/credentials";
import { networkFrom } from "@/lib/auth/network-of";
import { pageDatabase } from "@/lib/auth/page-database";
import { configuredProviders } from "@/lib/auth/provider-list";
import { tooSoonInWords } from "@/lib/auth/sign-in-pace";
import { settings } from "@/lib/env";
import { mailWay } from "@/lib/mail/mail-way";
import { openMutation } from "../_mutations/mutation";
import { Refusal } from "../_mutations/refusal";
import { mailPasswordLink } from "./mail-password-link";

/**
 * Answers the same, after the same time, whether there is such an account or not: what differs happens once the answer
 * has gone out.
 */
export const askForPasswordLink = openMutation({
  name: "askForPasswordLink",
  schema: z.object({ email: emailAddress }),
  async run({ email }) {
    if (mailWay(settings()) !== "smtp") throw new Refusal({ message: "No e-mails are sent from here." });
    const db = pageDatabase();
    const at = Temporal.Now.instant();
    const network = networkFrom(await headers());
    // Counted apart from wrong passwords, and for each network by itself: asking for a link locks nobody out, and keeps
    // nobody else from asking. How many e-mails somebody gets is bounded by the links that they have.
    const attempt = { email: `reset of ${email} from ${network}`, address: `reset from ${network}`, at };
    const { waitSeconds } = await beginAtPace(db, attempt);
    if (waitSeconds > 0) throw new Refusal({ message: tooSoonInWords(waitSeconds) });
    after(() => mailPasswordLink(db, { email, at }));
    const sent =
      "If there is an account with this address, a link is on its way to it. It works once, for an hour. Look in the junk folder too.";
    const isElsewhere = configuredProviders(settings()).length > 0;
    return isElsewhere
      ? `${sent} Whoever signs in with Google or Microsoft and has no password gets none: an owner can make them a link.`
      : sent;
  },
});
