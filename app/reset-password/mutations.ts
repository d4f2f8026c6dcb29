"use server";

import { headers } from "next/headers";
import { after } from "next/server";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { beginAtPace } from "@/lib/auth/begin-at-pace";
import { emailAddress } from "@/lib/auth/credentials";
import { networkFrom } from "@/lib/auth/network-of";
import { pageDatabase } from "@/lib/auth/page-database";
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
    // Counted apart from wrong passwords: asking for a link locks nobody out.
    const attempt = { email: `reset of ${email}`, address: `reset from ${network}`, at };
    const { waitSeconds } = await beginAtPace(db, attempt);
    if (waitSeconds > 0) throw new Refusal({ message: tooSoonInWords(waitSeconds) });
    after(() => mailPasswordLink(db, { email, at }));
    return "If there is an account with this address, a link is on its way to it. It works once, for an hour. Look in the junk folder too.";
  },
});
