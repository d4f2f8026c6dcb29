import { and, eq, sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import type { Database } from "@/db/client";
import { configurations, firmSettings, phoneNumbers, schedules } from "@/db/schema";
import type { Firm, Line, LineSetup } from "@/lib/call/setup";
import {
  type ConfigurationJson,
  configurationAsJson,
  configurationFromJson,
} from "../call-path/configuration-json";
import { epochMilliseconds } from "../call-path/epoch-milliseconds";
import { firmAsJson, lineAsJson } from "../call-path/firm-json";

/** A work number with what it is set up to do, as the webhook looks it up when the number is called. */
export type ListedLine = LineSetup & {
  line: Line;
  phoneNumberId: string;
  /** What its hours are in; null without an active configuration. */
  schedule: { id: string; name: string } | null;
  /** Where the calls of a test number go in place of here; null for here. */
  preview: { origin: string; since: Temporal.Instant } | null;
};

export interface ListedLines {
  lines: ListedLine[];
  /** Where the next page begins; null on the last one. */
  next: LineCursor | null;
  /** The firm's, ISO 3166-1 alpha-2: how numbers are written. */
  country: string;
  /** The firm's. */
  timeZone: string;
}

/** The last line of a page: lines are in the order of their names, and of their numbers where names agree. */
export interface LineCursor {
  name: string;
  number: string;
}

interface LineJson {
  firm: Firm;
  line: Line | null;
  country: string;
  timeZone: string;
  phoneNumberId: string;
  configuration: ConfigurationJson | null;
  schedule: { id: string; name: string } | null;
  preview: { origin: string; since: number } | null;
}

const name = sql`lower(${phoneNumbers.friendlyName})`;

/** Work numbers in one statement, from the same fragments that look one up for a call; numbers that are gone are left out. */
export async function listLines(
  db: Database,
  { at, after, limit }: { at: Temporal.Instant; after: LineCursor | null; limit: number },
): Promise<ListedLines> {
  const isAfter = after && sql`(${name}, ${phoneNumbers.number}) > (lower(${after.name}), ${after.number})`;
  const rows = await db
    .select({
      line: sql<LineJson>`json_build_object(
        'firm', ${firmAsJson}, 'line', ${lineAsJson}, 'country', ${firmSettings.country},
        'timeZone', ${firmSettings.timeZone},
        'phoneNumberId', ${phoneNumbers.id}, 'configuration', ${configurationAsJson},
        'schedule', case when ${schedules.id} is not null
          then json_build_object('id', ${schedules.id}, 'name', ${schedules.name}) end,
        'preview', case when ${phoneNumbers.previewOrigin} is not null
          then json_build_object('origin', ${phoneNumbers.previewOrigin},
            'since', ${epochMilliseconds(phoneNumbers.previewSince)}) end
      )`,
    })
    .from(firmSettings)
    .leftJoin(phoneNumbers, and(sql`${phoneNumbers.goneSince} is null`, isAfter ?? undefined))
    .leftJoin(configurations, and(eq(configurations.phoneNumberId, phoneNumbers.id), configurations.isActive))
    .leftJoin(schedules, eq(schedules.id, configurations.scheduleId))
    .orderBy(name, phoneNumbers.number)
    .limit(limit + 1)
    .prepare("list_lines")
    .execute({ today: at.toString().slice(0, 10) });

  const lines = rows.flatMap(({ line: { firm, line, phoneNumberId, configuration, schedule, preview } }) =>
    line
      ? [
          {
            firm,
            line,
            phoneNumberId,
            schedule,
            preview: preview && {
              ...preview,
              since: Temporal.Instant.fromEpochMilliseconds(preview.since),
            },
            configuration: configuration && configurationFromJson(configuration),
          },
        ]
      : [],
  );
  const last = lines.length > limit ? lines[limit - 1] : undefined;
  return {
    lines: lines.slice(0, limit),
    next: last ? last.line : null,
    country: rows[0]?.line.country ?? "US",
    timeZone: rows[0]?.line.timeZone ?? "UTC",
  };
}
