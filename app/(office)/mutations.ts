"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { signOut as endSession } from "@/lib/auth/auth";
import { mutation } from "../_mutations/mutation";

/** On this browser alone. */
export const signOut = mutation({
  name: "signOut",
  minimumRole: "staff",
  schema: z.object({}),
  async run() {
    await endSession({ redirect: false });
    redirect("/sign-in");
  },
});
