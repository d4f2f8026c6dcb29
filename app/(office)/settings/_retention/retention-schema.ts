import { z } from "zod";

/** Ten years. */
const mostDays = 3660;

/** A number of days, or nothing at all for good. */
const days = z
  .string()
  .trim()
  .regex(/^\d*$/, "Enter a whole number of days, or nothing to keep them for good.")
  .transform((text) => (text === "" ? null : Number(text)))
  .refine((count) => count === null || (count >= 1 && count <= mostDays), {
    error: `Enter from 1 to ${mostDays} days, or nothing to keep them for good.`,
  });

export const retentionSchema = { keepsCallsDays: days, keepsVoicemailsDays: days };
