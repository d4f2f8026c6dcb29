import type { Metadata } from "next";
import { Temporal } from "temporal-polyfill";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { NearLink } from "@/app/_components/near-link";
import { PageHeader } from "@/app/_components/page-header";
import { localeHere } from "@/app/_format/locale-here";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { timeWriter } from "@/app/_format/wall-time";
import { ListView } from "@/app/_lists/list-view";
import { readListRequest } from "@/app/_lists/read-list-request";
import { getFirm } from "@/db/queries/firm/get-firm";
import { listPeople, personSorts } from "@/db/queries/people/list-people";
import { requireStaff } from "@/lib/auth/require-staff";
import { isAtLeast } from "@/lib/auth/roles";
import { isSip } from "@/lib/template/dialable";
import { dutyInWords } from "./_duty/duty-in-words";
import { awayInWords } from "./person-in-words";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ searchParams }: PageProps<"/people">) {
  const { db, staff } = await requireStaff();
  const request = readListRequest(await searchParams, personSorts);
  const [listed, { country, timeZone }] = await Promise.all([listPeople(db, request), getFirm(db)]);
  const locale = await localeHere();
  const now = Temporal.Now.instant();
  const add = isAtLeast(staff.role, "manager") && (
    <ButtonLink href="/people/new" variant="primary">
      Add a person
    </ButtonLink>
  );

  return (
    <>
      <PageHeader title="People" actions={add}>
        Whose phones can be rung. Change a number here, and every action follows.
      </PageHeader>
      <ListView
        path="/people"
        request={request}
        listed={listed}
        things="people"
        searchLabel="Search by name, extension or number"
        keyOf={({ id }) => id}
        empty={
          <EmptyNotice title="There are no people yet">
            <p>Add whoever answers your calls, with their phones; then an action can ring them.</p>
          </EmptyNotice>
        }
        columns={[
          {
            label: "Name",
            sort: "name",
            cell: ({ id, name }) => (
              <NearLink href={`/people/${id}`} className="text-accent-soft-foreground underline">
                {name}
              </NearLink>
            ),
          },
          { label: "Extension", sort: "extension", isSecondary: true, cell: ({ extension }) => extension },
          {
            label: "Phones",
            cell: ({ phones }) =>
              phones.map(({ label, number, isRung }) => (
                <div key={number}>
                  <span className={isSip(number) ? "wrap-anywhere" : "whitespace-nowrap"}>
                    {formatPhoneNumber(number, country)}
                  </span>{" "}
                  <span className="text-muted">
                    {label}
                    {!isRung && ", not rung"}
                  </span>
                </div>
              )),
          },
          {
            label: "Duty",
            isSecondary: true,
            cell: ({ duty }) =>
              duty && (
                <>
                  <div className="wrap-anywhere">{duty.name}</div>
                  <div className="text-muted">{dutyInWords(duty.schedule, now, timeWriter(locale))}</div>
                </>
              ),
          },
          {
            label: "Away until",
            sort: "away",
            cell: ({ awayUntil }) => awayInWords(awayUntil, { timeZone, now, locale }),
          },
        ]}
      />
    </>
  );
}
