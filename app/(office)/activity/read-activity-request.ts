import { Temporal } from "temporal-polyfill";
import { longestSearch, type SearchParams, urlTexts } from "@/app/_lists/url-texts";
import type { ActivityCursor } from "@/db/queries/activity/list-activity";
import type { ActivitySubject } from "@/db/queries/activity/record-activity";
import { isUuid } from "@/lib/uuid";
import { isSubject } from "./subject-kinds";

/** What the page's URL asks for. */
export interface AskedActivity {
  search: string;
  /** A staff user's id, or "app". */
  by: string | null;
  subject: ActivitySubject | null;
  subjectId: string | null;
  /** Dates by the firm's clock, both included. */
  from: Temporal.PlainDate | null;
  until: Temporal.PlainDate | null;
  after: ActivityCursor | null;
}

const longestId = 100;
const cursor = /^(\d{1,14})_(\d{1,15})$/;

/** Whatever makes no sense reads as not asked for: it is a link, not a form. */
export function readActivityRequest(searchParams: SearchParams): AskedActivity {
  const one = urlTexts(searchParams);
  const by = one("by");
  const subject = isSubject(one("subject")) ? (one("subject") as ActivitySubject) : null;
  const [, milliseconds, id] = cursor.exec(one("after")) ?? [];
  return {
    search: one("q").slice(0, longestSearch),
    by: by === "app" || isUuid(by) ? by : null,
    subject,
    subjectId: (subject && one("id").slice(0, longestId)) || null,
    from: readDate(one("from")),
    until: readDate(one("until")),
    after: milliseconds && id ? { at: new Date(Number(milliseconds)), id: Number(id) } : null,
  };
}

/** The URL that asks for it. */
export function activityQuery({ search, by, subject, subjectId, from, until, after }: AskedActivity): string {
  const query = new URLSearchParams();
  const given = { q: search, by, subject, id: subjectId, from: from?.toString(), until: until?.toString() };
  for (const [name, value] of Object.entries(given)) if (value) query.set(name, value);
  if (after) query.set("after", `${after.at.getTime()}_${after.id}`);
  return query.toString();
}

/** As a browser's date field sends it: no year before 1900 or after 9999. */
function readDate(text: string): Temporal.PlainDate | null {
  if (!/^(19|[2-9]\d)\d\d-\d\d-\d\d$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
