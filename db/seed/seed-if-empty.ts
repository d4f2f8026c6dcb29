import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { phoneNumbers, staffUsers } from "@/db/schema";
import { hashPassword } from "@/lib/auth/password";
import type { DemoSignIn } from "./demo-owner";
import { insertDemoOffice } from "./insert-demo-office";

/** Makes the demo office in a database that nobody has used; whether it did. */
export async function seedIfEmpty(
  db: Database,
  { email, password }: DemoSignIn,
  year: number,
): Promise<boolean> {
  const [row] = await db
    .select({
      isUsed: sql<boolean>`exists (select from ${phoneNumbers}) or exists (select from ${staffUsers})`,
    })
    .from(sql`(select 1) as one`);
  if (row?.isUsed) return false;
  await insertDemoOffice(
    db,
    { email, name: "Olive Alder", passwordHash: await hashPassword(password) },
    year,
  );
  return true;
}
