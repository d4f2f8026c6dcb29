import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";

let counting: string | null = null;

/** Of every row of every table: the same as before when nothing has been written. */
export async function fingerprintOf(db: Database): Promise<string> {
  counting ??= await statementOver(db);
  const { rows } = await db.execute<{ fingerprint: string }>(sql.raw(counting));
  return rows[0]?.fingerprint ?? "";
}

async function statementOver(db: Database): Promise<string> {
  const { rows } = await db.execute<{ name: string }>(
    sql`select quote_ident(table_name) as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`,
  );
  const ofTable = (name: string) =>
    `select '${name}' as part, md5(string_agg(one::text, ' ' order by one::text)) as digest from ${name} as one`;
  const parts = rows.map(({ name }) => ofTable(name)).join(" union all ");
  return `select json_object_agg(part, digest)::text as fingerprint from (${parts}) as parts`;
}
