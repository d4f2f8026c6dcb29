import { getCountries } from "libphonenumber-js/min";
import { z } from "zod";
import { requiredText } from "@/app/_mutations/form-fields";
import { listVoices } from "@/lib/twiml/voices";

const isCountry = (code: string) => getCountries().some((country) => country === code);

/** The fields of the firm's settings. */
export const settingsSchema = z
  .object({
    version: z.coerce.number().int().positive(),
    name: requiredText("Enter the name of the firm, as callers should hear it.", 100),
    country: z.string().refine(isCountry, "Choose a country."),
    timeZone: z.string().min(1, "Choose a time zone."),
    language: z.string(),
    voice: z.string(),
    fallbackNumber: z.string().trim(),
  })
  .refine(
    ({ voice, language }) => listVoices().some((one) => one.name === voice && one.language === language),
    { path: ["voice"], error: "Choose a voice that speaks this language." },
  );
