import { NeonDbError, type NeonQueryFunction } from "@neondatabase/serverless";
import { answerLost, editedAfterwards, outOfOrder, statementFailed, unknownToUs } from "./migration-errors";
import type { Migration } from "./read-migrations";

type Client = NeonQueryFunction<false, false>;

/** Any number that nothing else in the database locks. */
const lockKey = 7_220_316;
const lock = `SELECT pg_advisory_xact_lock(${lockKey})`;

/** SQLSTATEs of our own, by which we know our own refusals. */
const alreadyApplied = "SB001";
const rehearsed = "SB002";

/**
 * Brings a database up to date over HTTP. Each migration and the row that records it are one transaction, under a lock
 * that any number of migrators queue for. The records are Drizzle's own: drizzle-kit reads them too.
 *
 * @returns the names of the migrations that this call applied
 * @throws MigrationError if one fails, or if the database's history is not the beginning of ours
 */
export async function applyMigrations(client: Client, migrations: readonly Migration[]): Promise<string[]> {
  await prepareRecords(client);
  const applied: string[] = [];
  for (;;) {
    const migration = findNext(migrations, await orAnswerLost(listRecords(client)));
    if (migration === null) return applied;
    if (await applyOne(client, migration)) applied.push(migration.name);
  }
}

/**
 * Makes the place where it is recorded which migrations a database has. It does nothing where there is one.
 *
 * @throws MigrationError if the database does not answer
 */
export async function prepareRecords(client: Client): Promise<void> {
  await orAnswerLost(
    transact(client, [
      "CREATE SCHEMA IF NOT EXISTS drizzle",
      "CREATE TABLE IF NOT EXISTS drizzle.__drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint)",
    ]),
  );
}

/** What Postgres itself refuses goes on as it is: it says why. */
async function orAnswerLost<T>(asking: Promise<T>): Promise<T> {
  try {
    return await asking;
  } catch (error) {
    throw isFromPostgres(error) ? error : answerLost(null, error);
  }
}

const isFromPostgres = (error: unknown): error is NeonDbError =>
  error instanceof NeonDbError && error.code !== undefined;

interface AppliedRecord {
  hash: string;
  createdAt: number;
}

async function listRecords(client: Client): Promise<AppliedRecord[]> {
  const rows = await client.query(
    "SELECT hash, created_at FROM drizzle.__drizzle_migrations ORDER BY created_at",
  );
  return rows.map(({ hash, created_at }) => ({ hash: String(hash), createdAt: Number(created_at) }));
}

/** The first migration that is not recorded, or null. */
function findNext(migrations: readonly Migration[], records: readonly AppliedRecord[]): Migration | null {
  for (const [index, record] of records.entries()) {
    const migration = migrations[index];
    if (migration?.createdAt === record.createdAt) {
      if (migration.hash !== record.hash) throw editedAfterwards(migration);
    } else if (
      migration === undefined ||
      !migrations.some(({ createdAt }) => createdAt === record.createdAt)
    ) {
      throw unknownToUs(record.createdAt);
    } else throw outOfOrder(migration);
  }
  return migrations[records.length] ?? null;
}

/** @returns false if another migrator was quicker */
async function applyOne(client: Client, migration: Migration): Promise<boolean> {
  try {
    await transact(client, [...guarded(migration, migration.statements.length), record(migration)]);
    return true;
  } catch (error) {
    if (!isFromPostgres(error)) throw answerLost(migration, error);
    if (error.code === alreadyApplied) return false;
    throw statementFailed(migration, await findFailingStatement(client, migration), error);
  }
}

/**
 * An error does not say which statement of a batch it is from. So ever longer beginnings of the migration are tried,
 * each rolled back by a statement that raises, until one fails by itself.
 */
async function findFailingStatement(client: Client, migration: Migration): Promise<number | null> {
  let passes = 0;
  let fails = migration.statements.length + 1;
  while (fails - passes > 1) {
    const count = Math.floor((passes + fails) / 2);
    if (await passesRehearsal(client, migration, count)) passes = count;
    else fails = count;
  }
  return fails > migration.statements.length ? null : fails;
}

async function passesRehearsal(client: Client, migration: Migration, count: number): Promise<boolean> {
  try {
    await transact(client, [...guarded(migration, count), raise(rehearsed, "true")]);
    return true;
  } catch (error) {
    if (isFromPostgres(error)) return error.code === rehearsed;
    throw error;
  }
}

function guarded({ createdAt, statements }: Migration, count: number): string[] {
  const isRecorded = `EXISTS (SELECT FROM drizzle.__drizzle_migrations WHERE created_at >= ${createdAt})`;
  return [raise(alreadyApplied, isRecorded), ...statements.slice(0, count)];
}

function record({ hash, createdAt }: Migration): string {
  return `INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('${hash}', ${createdAt})`;
}

function raise(sqlState: string, condition: string): string {
  return `DO $$ BEGIN IF ${condition} THEN RAISE EXCEPTION SQLSTATE '${sqlState}'; END IF; END $$`;
}

/** All of it or nothing, and never at the same time as another migrator. */
async function transact(client: Client, statements: readonly string[]) {
  // READ COMMITTED, so that what comes after the lock sees what its previous holder did.
  await client.transaction(
    [lock, ...statements].map((statement) => client.query(statement)),
    { isolationLevel: "ReadCommitted" },
  );
}
