import { sql } from "drizzle-orm";
import type { BatchItem } from "drizzle-orm/batch";
import type { Database } from "@/db/client";
import { firmSettings, staffUsers } from "@/db/schema";
import { staffUserInWords } from "@/lib/auth/staff-user-in-words";
import { recordActivity } from "../activity/record-activity";
import { lockOwners, refuseSecondFirstOwner } from "./owners";

export interface FirstOwner {
  id: string;
  name: string;
  email: string;
  passwordHash: string;
}

/** The statements of the first run: one owner, however many are first at the same time, and the name of their firm. */
export const insertFirstOwner = (
  db: Database,
  { owner, firmName }: { owner: FirstOwner; firmName: string },
): BatchItem<"pg">[] => [
  lockOwners(db),
  refuseSecondFirstOwner(db),
  db.insert(staffUsers).values({ ...owner, role: "owner" }),
  db.update(firmSettings).set({ name: firmName, version: sql`${firmSettings.version} + 1` }),
  ...recordActivity(db, {
    staff: owner,
    verb: "makeFirstOwner",
    subject: "staffUser",
    subjectId: owner.id,
    subjectName: owner.name,
    before: null,
    after: staffUserInWords({ ...owner, role: "owner", isDisabled: false }),
  }),
];
