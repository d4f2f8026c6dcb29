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

function indent(text: string): string {
  return text.replace(/^/gm, "  ");
}
