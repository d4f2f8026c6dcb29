import { z } from "zod";

/** The row that a form edits, and the version of it that the person saw. */
export const seenVersion = { id: z.uuid(), version: z.coerce.number().int().positive() };

/** A checkbox: a browser sends nothing for one that is not ticked. */
export const checkbox = () =>
  z
    .literal("on")
    .optional()
    .transform((value) => value !== undefined);

/** A text that has to be there, without the spaces around it. */
export const requiredText = (missing: string, longest = 200) =>
  z.string().trim().min(1, missing).max(longest, `That is too long: at most ${longest} characters.`);

/** What an editor with more than plain fields sends: JSON in one hidden field. Issues name the place within it. */
export const jsonField = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "This did not arrive whole. Please try again." });
        return z.NEVER;
      }
    })
    .pipe(schema);
