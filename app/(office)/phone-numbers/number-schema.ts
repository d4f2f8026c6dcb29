import { z } from "zod";
import { checkbox, requiredText, seenVersion } from "@/app/_mutations/form-fields";

const friendlyName = requiredText("Give the number a name, such as “Front desk”.", 60);

export const numberSchema = z.object({ ...seenVersion, friendlyName, isTestNumber: checkbox() });

export const previewSchema = z.object({
  ...seenVersion,
  previewUrl: z.string().trim().min(1, "Enter the preview's address."),
  bypassSecret: z
    .string()
    .trim()
    .regex(
      /^([A-Za-z0-9_-]{8,200})?$/,
      "The secret is a row of letters and digits: copy it as Vercel shows it.",
    )
    .transform((secret) => secret || null),
});

export const exampleSchema = z.object({ friendlyName, number: z.string().trim() });

/** What of a purchase a person types, and the number that they chose. */
export const purchaseSchema = z.object({
  number: z.string().regex(/^\+[1-9]\d{6,14}$/),
  friendlyName,
  confirmation: z.string().trim(),
  addressSid: sidOf("AD", "an address"),
  bundleSid: sidOf("BU", "a regulatory bundle"),
});

export const releaseSchema = z.object({ ...seenVersion, confirmation: z.string().trim() });

function sidOf(prefix: string, thing: string) {
  const form = new RegExp(`^(${prefix}[0-9a-f]{32})?$`);
  return z
    .string()
    .trim()
    .regex(form, `The SID of ${thing} is ${prefix} and 32 digits and letters from a to f.`)
    .transform((sid) => sid || undefined);
}
