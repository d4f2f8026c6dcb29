import type { Metadata, Route } from "next";
import { notFound } from "next/navigation";
import { DeleteForm } from "@/app/_components/delete-form";
import { PageHeader } from "@/app/_components/page-header";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { findGreeting } from "@/db/queries/greetings/find-greeting";
import { listGreetingUses } from "@/db/queries/greetings/list-greeting-uses";
import { requireStaff } from "@/lib/auth/require-staff";
import { greetingUse } from "../../greeting-uses";
import { deleteGreeting } from "../../mutations";

export const metadata: Metadata = { title: "Delete a greeting" };

export default async function DeleteGreetingPage({ params }: PageProps<"/greetings/[id]/delete">) {
  const { db } = await requireStaff("manager");
  const id = uuidOrNotFound((await params).id);
  const [greeting, uses] = await Promise.all([findGreeting(db, id), listGreetingUses(db, id)]);
  if (!greeting) notFound();
  const back = `/greetings/${id}` as Route;
  const count = greeting.recordings.length;
  return (
    <>
      <PageHeader title={`Delete “${greeting.name}”?`} back={{ href: back, label: "Back" }} />
      <DeleteForm
        mutation={deleteGreeting}
        editing={{ id, version: greeting.version }}
        uses={uses.map(greetingUse)}
        consequences={
          <p>
            The greeting and {count === 1 ? "its recording are" : `its ${count} recordings are`} gone for
            good. No action plays it, so no caller misses it.
          </p>
        }
        cancelHref={back}
      />
    </>
  );
}
