import { Temporal } from "temporal-polyfill";
import { NearLink } from "@/app/_components/near-link";
import { instantInWords } from "@/app/_format/instant-in-words";
import type { ListedChange } from "@/db/queries/activity/list-activity";
import { isAtLeast, type StaffRole } from "@/lib/auth/roles";
import { differences, verbInWords } from "./change-in-words";
import { isSubject, subjectKinds } from "./subject-kinds";

interface ChangeRowProps {
  change: ListedChange;
  /** Of whoever looks: there are pages that not everybody may open. */
  role: StaffRole;
  now: Temporal.Instant;
  timeZone: string;
  locale: string;
}

/** One change: who did what to what, when, and what differs. */
export function ChangeRow({ change, role, now, timeZone, locale }: ChangeRowProps) {
  const { at, byName, before, after, subject } = change;
  const kind = isSubject(subject) ? subjectKinds[subject] : null;
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  const differing = differences(change).filter((one) => one.before || one.after);
  return (
    <li className="flex flex-col gap-2 px-4 py-4 sm:px-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="min-w-0 wrap-anywhere">
          <span className="font-medium">{byName}</span> {verbInWords(change)} {kind?.one}{" "}
          <SubjectName change={change} role={role} />
        </p>
        <time dateTime={at.toISOString()} className="text-sm text-muted">
          {instantInWords(instant, { now, timeZone, locale })}
        </time>
      </div>
      {differing.length > 0 &&
        (before && after ? (
          <Differences differing={differing} />
        ) : (
          <details className="text-sm">
            <summary className="w-fit cursor-pointer text-muted">{after ? "Details" : "As it was"}</summary>
            <div className="mt-2">
              <Differences differing={differing} />
            </div>
          </details>
        ))}
    </li>
  );
}

function SubjectName({ change, role }: Pick<ChangeRowProps, "change" | "role">) {
  const { subject, subjectId, subjectName, isThere } = change;
  const kind = isSubject(subject) ? subjectKinds[subject] : null;
  if (!kind || !isThere || !isAtLeast(role, kind.minimumRole)) {
    return <span className="font-medium">{subjectName}</span>;
  }
  return (
    <NearLink href={kind.page(subjectId)} className="font-medium text-accent-soft-foreground underline">
      {subjectName}
    </NearLink>
  );
}

function Differences({ differing }: { differing: ReturnType<typeof differences> }) {
  return (
    <dl className="grid grid-cols-1 gap-x-4 gap-y-1 text-sm sm:grid-cols-[9rem_1fr]">
      {differing.map(({ label, before, after }) => (
        <div key={label} className="contents">
          <dt className="mt-1 wrap-anywhere text-muted sm:mt-0">{label}</dt>
          <dd className="wrap-anywhere whitespace-pre-line">
            {before !== null && after !== null ? (
              <>
                <span className="sr-only">before: </span>
                <span className="text-muted">{before || "nothing"}</span>
                <span aria-hidden="true"> → </span>
                <span className="sr-only">; now: </span>
                {after || "nothing"}
              </>
            ) : (
              (before ?? after)
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
