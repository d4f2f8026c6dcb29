"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { signIn as startSession } from "@/lib/auth/auth";
import { credentialsSchema } from "@/lib/auth/credentials";
import { configuredProviders, type ProviderId, providerNames } from "@/lib/auth/provider-list";
import { safePath } from "@/lib/auth/safe-path";
import { SignInRefused } from "@/lib/auth/sign-in-refused";
import { settings } from "@/lib/env";
import { openMutation } from "../_mutations/mutation";
import { Refusal } from "../_mutations/refusal";

export const signIn = openMutation({
  name: "signIn",
  schema: credentialsSchema.extend({ callbackUrl: z.string().optional() }),
  async run({ email, password, callbackUrl }) {
    try {
      await startSession("credentials", { email, password, redirect: false });
    } catch (error) {
      if (error instanceof SignInRefused) throw new Refusal({ message: error.words });
      throw error;
    }
    redirect(safePath(callbackUrl) as Route);
  },
});

/** Leads to Google or Microsoft, which lead back to next-auth's own URL. */
export const signInElsewhere = openMutation({
  name: "signInElsewhere",
  schema: z.object({
    provider: z.enum(Object.keys(providerNames) as [ProviderId, ...ProviderId[]]),
    callbackUrl: z.string().optional(),
  }),
  async run({ provider, callbackUrl }) {
    if (!configuredProviders(settings()).includes(provider)) {
      throw new Refusal({ message: `Signing in with ${providerNames[provider]} is not set up here.` });
    }
    const url = await startSession(provider, { redirectTo: safePath(callbackUrl), redirect: false });
    redirect(url as Route);
  },
});
