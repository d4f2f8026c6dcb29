import type { Metadata } from "next";
import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { NearLink } from "@/app/_components/near-link";
import { PageHeader } from "@/app/_components/page-header";
import { formatNumber } from "@/app/_format/format-number";
import { instantInWords } from "@/app/_format/instant-in-words";
import { localeHere } from "@/app/_format/locale-here";
import { ListView } from "@/app/_lists/list-view";
import { readListRequest } from "@/app/_lists/read-list-request";
import { getFirm } from "@/db/queries/firm/get-firm";
import { greetingSorts, listGreetings } from "@/db/queries/greetings/list-greetings";
import { requireStaff } from "@/lib/auth/require-staff";
import { isAtLeast } from "@/lib/auth/roles";
import { recordingAt } from "@/lib/call/recording-at";
import { PlayedCell } from "./played-cell";
import { playedNow } from "./played-now";

export const metadata: Metadata = { title: "Greetings" };

export default async function GreetingsPage({ searchParams }: PageProps<"/greetings">) {
  const { db, staff } = await requireStaff();
  const request = readListRequest(await searchParams, greetingSorts);
  const [listed, { timeZone }] = await Promise.all([listGreetings(db, request), getFirm(db)]);
  const locale = await localeHere();
  const here = { now: Temporal.Now.instant(), timeZone, locale };
  const add = isAtLeast(staff.role, "manager") && (
    <ButtonLink href="/greetings/new" variant="primary">
      New greeting
    </ButtonLink>
  );

  return (
    <>
      <PageHeader title="Greetings" actions={add}>
        Recordings that callers hear. Actions play them; one for a time, such as Christmas, comes and goes by
        itself.
      </PageHeader>
      <ListView
        path="/greetings"
        request={request}
        listed={listed}
        things="greetings"
        searchLabel="Search by name or occasion"
        keyOf={({ id }) => id}
        empty={
          <EmptyNotice title="No greetings yet">
            <p>
              Record one with your microphone or your phone, or upload a file. Then choose it in an action,
              and callers hear it instead of the spoken text.
            </p>
          </EmptyNotice>
        }
        columns={[
          {
            label: "Name",
            sort: "name",
            cell: ({ id, name }) => (
              <NearLink href={`/greetings/${id}`} className="text-accent-soft-foreground underline">
                {name}
              </NearLink>
            ),
          },
          {
            label: "Played now",
            cell: ({ name, recordings }) => (
              <PlayedCell
                words={playedNow(recordings, here)}
                played={recordingAt(recordings, here.now)}
                label={`What “${name}” plays now`}
              />
            ),
          },
          {
            label: "Used by",
            isSecondary: true,
            cell: ({ uses }) =>
              uses === 0 ? "Nothing yet" : uses === 1 ? "1 action" : `${formatNumber(uses, locale)} actions`,
          },
          {
            label: "Changed",
            sort: "changed",
            isSecondary: true,
            cell: ({ updatedAt }) =>
              instantInWords(Temporal.Instant.fromEpochMilliseconds(updatedAt.getTime()), here),
          },
        ]}
      />
    </>
  );
}
