import type { NeonDbError } from "@neondatabase/serverless";
import type { Migration } from "./read-migrations";

/** Why the migrations stopped, in words for whoever started them. Nothing was changed by the step that stopped. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

const again = "then run `npm run db:migrate` again";

/** @param position which of its statements failed, from 1, or null when all ran but could not be committed */
export function statementFailed(
  migration: Migration,
  position: number | null,
  cause: NeonDbError,
): MigrationError {
  const { name, statements } = migration;
  const where =
    position === null ? "when it was committed" : `at statement ${position} of ${statements.length}`;
  const said = [
    `${cause.message} (${cause.code})`,
    ...[cause.detail, cause.hint, cause.where].filter((line) => line !== undefined),
  ];
  return new MigrationError(
    [
      `Migration ${name}.sql failed ${where}. It was rolled back whole; the ones before it are in place.`,
      ...(position === null ? [] : ["", indent(statements[position - 1] ?? "")]),
      "",
      `Postgres says: ${said.join("\n  ")}`,
      "",
      `Correct ${name}.sql, or the rows that it stumbles over, ${again}.`,
    ].join("\n"),
    { cause },
  );
}

export function editedAfterwards({ name }: Migration): MigrationError {
  return new MigrationError(
    `Migration ${name}.sql was changed after this database had it. Put the file back as it was, write what you want ` +
      `changed into a new migration, ${again}.`,
  );
}

export function unknownToUs(createdAt: number): MigrationError {
  return new MigrationError(
    `This database has a migration of ${new Date(createdAt).toISOString()} that is not among ours: it belongs to a ` +
      `newer version of Switchboard, or to another branch. Get that version, ${again}.`,
  );
}

export function outOfOrder({ name }: Migration): MigrationError {
  return new MigrationError(
    `Migration ${name}.sql is older than one that this database has already. Make it anew with drizzle-kit, so that ` +
      `it comes last, ${again}.`,
  );
}

/** @param migration which was being applied, or null when it had not come to one yet */
export function answerLost(migration: Migration | null, cause: unknown): MigrationError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const where =
    migration === null
      ? "The database could not be asked what it has. Nothing was changed."
      : `The database did not answer while it applied ${migration.name}.sql, so nobody knows whether it did. ` +
        "It has that migration whole or not at all, and the ones before it are in place.";
  return new MigrationError(
    [
      where,
      "",
      `It was said: ${why}`,
      "",
      `See that it can be reached (DATABASE_URL, NEON_HTTP_ENDPOINT), ${again}: it goes on from where the database is.`,
    ].join("\n"),
    { cause },
  );
}

const asWritten = "Put the folder db/migrations back as it was committed";

export function journalUnreadable(cause: unknown): MigrationError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new MigrationError(
    `The list of migrations, meta/_journal.json, cannot be read: ${why}\n${asWritten}, ${again}.`,
    {
      cause,
    },
  );
}

export function fileMissing(name: string): MigrationError {
  return new MigrationError(
    `Migration ${name}.sql is listed in meta/_journal.json and is not there. ${asWritten}, ${again}.`,
  );
}

export function notInJournal(file: string): MigrationError {
  return new MigrationError(
    `${file} is not listed in meta/_journal.json, so it would never be applied. Make it anew with ` +
      `\`npm run db:generate\`, or take it away, ${again}.`,
  );
}

export function notInOrder(name: string, before: string): MigrationError {
  return new MigrationError(
    `Migration ${name}.sql comes after ${before}.sql in meta/_journal.json and is not newer, as after a merge of two ` +
      `branches. Make the one that no database has yet anew with \`npm run db:generate\`, ${again}.`,
  );
}

function indent(text: string): string {
  return text.replace(/^/gm, "  ");
}
