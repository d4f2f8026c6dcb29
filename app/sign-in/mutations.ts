"use server";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { signIn as startSession } from "@/lib/auth/auth";
import { credentialsSchema } from "@/lib/auth/credentials";
import { safePath } from "@/lib/auth/safe-path";
import { SignInRefused } from "@/lib/auth/sign-in-refused";
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
