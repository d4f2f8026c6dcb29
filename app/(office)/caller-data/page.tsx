import { Card } from "@heroui/react/card";
import { buttonVariants } from "@heroui/styles";
import type { Metadata } from "next";
import { PageHeader } from "@/app/_components/page-header";
import { TypedField } from "@/app/_components/typed-field";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { findCallerData } from "@/db/queries/callers/find-caller-data";
import { getFirm } from "@/db/queries/firm/get-firm";
import { requireStaff } from "@/lib/auth/require-staff";
import { callerDataInWords, isNothingKept } from "./caller-data-in-words";
import { DeleteCallerForm } from "./delete-caller-form";
import { readCaller } from "./read-caller";

export const metadata: Metadata = { title: "A caller's data" };

export default async function CallerDataPage({ searchParams }: PageProps<"/caller-data">) {
  const { db } = await requireStaff("manager");
  const { number: asked } = await searchParams;
  const typed = typeof asked === "string" ? asked : "";
  const { country } = await getFirm(db);
  const caller = readCaller(typed, country);
  const data = caller === null ? null : await findCallerData(db, caller);
  const words = caller === null ? "" : formatPhoneNumber(caller, country);
  return (
    <>
      <PageHeader title="A caller's data">
        What is kept about one caller, to hand out or to delete when they ask for it.
      </PageHeader>
      <div className="flex max-w-2xl flex-col gap-6">
        <Card className="p-6">
          <form action="/caller-data" className="flex flex-col gap-4">
            <TypedField
              label="Phone number"
              name="number"
              type="tel"
              autoComplete="off"
              initial={typed}
              error={
                typed !== "" && caller === null
                  ? "Enter a phone number, with its country code if it is from abroad."
                  : undefined
              }
            />
            <div>
              <button type="submit" className={buttonVariants({ variant: "primary" })}>
                Look up
              </button>
            </div>
          </form>
        </Card>
        {caller !== null && data && isNothingKept(data) && <p>Nothing is kept about {words}.</p>}
        {caller !== null && data && !isNothingKept(data) && (
          <>
            <Card className="gap-4 p-6">
              <h2 className="text-lg font-semibold">Kept about {words}</h2>
              <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
                {Object.entries(callerDataInWords(data)).map(([label, value]) => (
                  <div key={label} className="contents">
                    <dt className="text-muted">{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
              <p className="text-sm text-muted">
                The file has all of it, with the steps of each call and the text of each message. Messages to
                listen to are in it as links, which somebody who is signed in can open.
              </p>
              <div>
                <a
                  href={`/caller-data/file?${new URLSearchParams({ number: caller })}`}
                  download
                  className={buttonVariants({ variant: "secondary" })}
                >
                  Download
                </a>
              </div>
            </Card>
            <DeleteCallerForm number={caller} words={words} recordings={data.voicemails.length} />
          </>
        )}
      </div>
    </>
  );
}
