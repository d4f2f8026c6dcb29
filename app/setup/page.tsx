import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { hasOwner } from "@/db/queries/staff/owners";
import { pageDatabase } from "@/lib/auth/page-database";
import { settings } from "@/lib/env";
import { Entrance } from "../_entrance/entrance";
import { SetupForm } from "./setup-form";

export const metadata: Metadata = { title: "First run" };

/** Makes the first owner; there is no such page once there is one. */
export default async function SetupPage() {
  if (await hasOwner(pageDatabase())) redirect("/sign-in");
  return (
    <Entrance
      title="Welcome to Switchboard"
      intro="You are the first one here. This makes you the owner: you set everything up, and invite the others."
    >
      <SetupForm
        codeHelp={
          settings().SETUP_CODE
            ? "It is in the settings of this installation, under SETUP_CODE."
            : "The server printed it when it started."
        }
      />
    </Entrance>
  );
}
