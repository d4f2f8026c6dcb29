import { and, asc, desc, eq, ilike, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { counted, totalOfAll } from "@/db/queries/lists/counted";
import {
  anywhere,
  firstRow,
  type Listed,
  type ListRequest,
  rowsPerPage,
} from "@/db/queries/lists/list-request";
import { configurations, phoneNumbers } from "@/db/schema";
import type { KnownSettings } from "@/lib/twilio/rest/number-state";

export const phoneNumberSorts = ["name", "number"] as const;

export interface ListedPhoneNumber extends KnownSettings {
  id: string;
  /** E.164. */
  number: string;
  friendlyName: string;
  isTestNumber: boolean;
  /** What answers its calls. */
  activeConfiguration: { id: string; name: string } | null;
}

/** Found by a part of the name, or of the number, whatever is typed between its digits. */
export async function listPhoneNumbers(
  db: Database,
  request: ListRequest<(typeof phoneNumberSorts)[number]>,
): Promise<Listed<ListedPhoneNumber>> {
  const { search, sort, isDescending } = request;
  const digits = search.replace(/\D/g, "");
  const order = isDescending ? desc : asc;
  const rows = await db
    .select({
      id: phoneNumbers.id,
      number: phoneNumbers.number,
      friendlyName: phoneNumbers.friendlyName,
      twilioSid: phoneNumbers.twilioSid,
      goneSince: phoneNumbers.goneSince,
      settingsBefore: phoneNumbers.settingsBefore,
      settingsWanted: phoneNumbers.settingsWanted,
      settingsConfirmed: phoneNumbers.settingsConfirmed,
      isTestNumber: phoneNumbers.isTestNumber,
      previewOrigin: phoneNumbers.previewOrigin,
      activeConfiguration: { id: configurations.id, name: configurations.name },
      total: totalOfAll,
    })
    .from(phoneNumbers)
    .leftJoin(configurations, and(eq(configurations.phoneNumberId, phoneNumbers.id), configurations.isActive))
    .where(
      search
        ? or(
            ilike(phoneNumbers.friendlyName, anywhere(search)),
            digits ? ilike(phoneNumbers.number, anywhere(digits)) : sql`false`,
          )
        : undefined,
    )
    .orderBy(
      order(sort === "number" ? phoneNumbers.number : sql`lower(${phoneNumbers.friendlyName})`),
      phoneNumbers.id,
    )
    .limit(rowsPerPage)
    .offset(firstRow(request));
  const { rows: listed, total } = counted(rows);
  return {
    total,
    rows: listed.map((row) => ({ ...row, hasActiveConfiguration: row.activeConfiguration !== null })),
  };
}
