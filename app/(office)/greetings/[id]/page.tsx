import { Card } from "@heroui/react/card";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "@/app/_components/button-link";
import { PageHeader } from "@/app/_components/page-header";
import { instantInWords } from "@/app/_format/instant-in-words";
import { localeHere } from "@/app/_format/locale-here";
import { uuidOrNotFound } from "@/app/_format/uuid-or-not-found";
import { findGreeting } from "@/db/queries/greetings/find-greeting";
import { listGreetingUses } from "@/db/queries/greetings/list-greeting-uses";
import { requireStaff } from "@/lib/auth/require-staff";
import { isAtLeast } from "@/lib/auth/roles";
import { recordingsToEdit } from "../_recordings/recordings-to-edit";
import { GreetingForm } from "../greeting-form";
import { GreetingShown } from "../greeting-shown";
import { GreetingUses } from "../greeting-uses";
import { playedNow } from "../played-now";
import { readFormSurroundings } from "../read-form-surroundings";

export const metadata: Metadata = { title: "Greeting" };

export default async function GreetingPage({ params }: PageProps<"/greetings/[id]">) {
  const signedIn = await requireStaff();
  const { db, staff } = signedIn;
  const id = uuidOrNotFound((await params).id);
  const [greeting, uses, { timeZone, zone, ringing }] = await Promise.all([
    findGreeting(db, id),
    listGreetingUses(db, id),
    readFormSurroundings(signedIn),
  ]);
  if (!greeting) notFound();
  const locale = await localeHere();
  const here = { now: Temporal.Now.instant(), timeZone, locale };
  const mayEdit = isAtLeast(staff.role, "manager");
  return (
    <>
      <PageHeader
        title={greeting.name}
        back={{ href: "/greetings", label: "Greetings" }}
        actions={
          mayEdit && (
            <>
              <ButtonLink href={`/greetings/new?from=${id}`}>Duplicate</ButtonLink>
              <ButtonLink href={`/greetings/${id}/delete`}>Delete</ButtonLink>
            </>
          )
        }
      >
        Played now: {playedNow(greeting.recordings, here)}
      </PageHeader>
      {mayEdit ? (
        <GreetingForm
          key={greeting.version}
          editing={{ id, version: greeting.version }}
          name={greeting.name}
          recordings={recordingsToEdit(greeting.recordings, timeZone)}
          zone={zone}
          ringing={ringing}
        />
      ) : (
        <GreetingShown
          recordings={greeting.recordings}
          inWords={(instant) => instantInWords(instant, here)}
        />
      )}
      <Card className="mt-6 max-w-2xl p-4 sm:p-6">
        <GreetingUses uses={uses} />
      </Card>
    </>
  );
}
