import type { Metadata } from "next";
import { Temporal } from "temporal-polyfill";
import { listAttention } from "@/db/queries/attention/list-attention";
import { listLines } from "@/db/queries/lines/list-lines";
import { requireStaff } from "@/lib/auth/require-staff";
import { EmptyNotice } from "../_components/empty-notice";
import { PageHeader } from "../_components/page-header";
import { Pager } from "../_components/pager";
import { localeHere } from "../_format/locale-here";
import { attentionInWords } from "./_today/attention-in-words";
import { AttentionList } from "./_today/attention-list";
import { describeLine } from "./_today/describe-line";
import { LineCard } from "./_today/line-card";
import { NoNumbersYet } from "./_today/no-numbers-yet";
import { RefreshEachMinute } from "./_today/refresh-each-minute";

export const metadata: Metadata = { title: "Today" };

const linesPerPage = 50;

export default async function TodayPage({ searchParams }: PageProps<"/">) {
  const { db, staff } = await requireStaff();
  const at = Temporal.Now.instant();
  const { name, number } = await searchParams;
  const after = typeof name === "string" && typeof number === "string" ? { name, number } : null;
  const [{ lines, next, country, timeZone }, attention] = await Promise.all([
    listLines(db, { at, after, limit: linesPerPage }),
    listAttention(db, at),
  ]);
  const yesterday = at.subtract({ hours: 24 }).toZonedDateTimeISO(timeZone).toPlainDate();
  const locale = await localeHere();

  return (
    <>
      <PageHeader title="Today">What would happen if one of your numbers were called this minute.</PageHeader>
      <RefreshEachMinute />
      <AttentionList lines={attentionInWords(attention, { yesterday, locale })} />
      {lines.length === 0 ? (
        after ? (
          <EmptyNotice title="There are no more numbers">You have come to the end.</EmptyNotice>
        ) : (
          <NoNumbersYet db={db} role={staff.role} locale={locale} />
        )
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2">
          {lines.map((listed) => (
            <li key={listed.line.number}>
              <LineCard
                listed={listed}
                now={describeLine(listed, at, locale)}
                at={at}
                timeZone={timeZone}
                country={country}
                locale={locale}
              />
            </li>
          ))}
        </ul>
      )}
      <Pager
        first={after && { href: "/", label: "First numbers" }}
        next={next && { href: `/?${new URLSearchParams({ ...next })}`, label: "More numbers" }}
      />
    </>
  );
}
