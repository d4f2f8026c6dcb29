import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/app/_components/page-header";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { findGreeting } from "@/db/queries/greetings/find-greeting";
import { requireStaff } from "@/lib/auth/require-staff";
import { recordingsToEdit } from "../_recordings/recordings-to-edit";
import { GreetingForm } from "../greeting-form";
import { readFormSurroundings } from "../read-form-surroundings";

export const metadata: Metadata = { title: "New greeting" };

const longestName = 120;

/** An empty one, or a copy of another, with the same recordings. */
export default async function NewGreetingPage({ searchParams }: PageProps<"/greetings/new">) {
  const signedIn = await requireStaff("manager");
  const { from } = await searchParams;
  const original = typeof from === "string" ? await findGreeting(signedIn.db, uuidOrNotFound(from)) : null;
  if (typeof from === "string" && !original) notFound();
  const { timeZone, zone, ringing } = await readFormSurroundings(signedIn);
  return (
    <>
      <PageHeader title="New greeting" back={{ href: "/greetings", label: "Greetings" }}>
        {original && "A copy: nothing happens to the original."}
      </PageHeader>
      <GreetingForm
        name={original ? `Copy of ${original.name}`.slice(0, longestName) : ""}
        recordings={recordingsToEdit(original?.recordings ?? [], timeZone)}
        zone={zone}
        ringing={ringing}
      />
    </>
  );
}
