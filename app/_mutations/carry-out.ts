import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { logWithReference } from "@/app/_faults/log-with-reference";
import type { MutationState } from "./mutation-state";
import { Refusal } from "./refusal";

export interface Work<Schema extends z.ZodType> {
  /** The domain verb, for the log. */
  name: string;
  schema: Schema;
  /**
   * Does it, and may answer what to tell the person. A redirect goes through.
   *
   * @throws Refusal for what the person can do something about.
   */
  run(input: z.output<Schema>): Promise<string | undefined>;
}

/**
 * Parses what a form sent, does the work, and answers what the form should show. What nobody expected is shown as a
 * reference alone, which the log has too: its message could tell a stranger how things are built.
 */
export async function carryOut<Schema extends z.ZodType>(
  { name, schema, run }: Work<Schema>,
  form: FormData,
): Promise<MutationState> {
  const refused = (words: Partial<MutationState>) => refusedWith(words, form);
  const unkept = unkeptIn(form);
  if (Object.keys(unkept).length > 0) return refused({ fieldErrors: unkept });
  const parsed = schema.safeParse(Object.fromEntries(textsOf(form)));
  if (!parsed.success) return refused(issuesByField(parsed.error));
  try {
    const message = await run(parsed.data);
    return { ...answer, status: "done", message: message ?? null, typed: {} };
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof Refusal) {
      const { message, fieldErrors, conflict } = error;
      return refused({ message: message || null, fieldErrors, conflict });
    }
    return failed(name, error, form);
  }
}

const answer = { fieldErrors: {}, message: null, conflict: null };

const refusedWith = (words: Partial<MutationState>, form: FormData): MutationState => ({
  ...answer,
  ...words,
  status: "refused",
  typed: typedIn(form),
});

/** What a form shows of a fault that nobody expected. */
export function failed(mutation: string, error: unknown, form: FormData): MutationState {
  const reference = logWithReference("mutation.failed", error, { mutation });
  const message = `Something went wrong on our side. Please try again. Reference: ${reference}`;
  return refusedWith({ message }, form);
}

/** React's own fields begin with a dollar sign. */
const textsOf = (form: FormData): [string, string][] =>
  [...form].flatMap(([name, value]) =>
    typeof value === "string" && !name.startsWith("$") ? [[name, value] as [string, string]] : [],
  );

/** Beside each field with a character that Postgres cannot store: no keyboard writes it, but a paste may bring one. */
const unkeptIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    textsOf(form).flatMap(([name, value]) =>
      value.includes("\u0000")
        ? [[name, "This has a character in it that cannot be kept. Type it again."]]
        : [],
    ),
  );

/** All but passwords, which are never sent back. */
const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries(textsOf(form).filter(([name]) => !/password/i.test(name)));

function issuesByField({ issues }: z.ZodError): Pick<MutationState, "fieldErrors" | "message"> {
  const fieldErrors: Record<string, string> = {};
  let message: string | null = null;
  for (const issue of issues) {
    const field = issue.path.join(".");
    if (field) fieldErrors[field] ??= issue.message;
    else message ??= issue.message;
  }
  return { fieldErrors, message };
}
