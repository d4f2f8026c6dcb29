import { z } from "zod";
import { jsonField } from "@/app/_mutations/form-fields";
import { mostPhones } from "./edited-phone";

const typedPhone = z.object({
  label: z.string().trim().min(1, "Name the phone, such as Mobile.").max(40, "At most 40 characters."),
  number: z
    .string()
    .trim()
    .min(1, "Enter the number of this phone, or remove it.")
    .max(254, "At most 254 characters."),
  isRung: z.boolean(),
});

/** A phone as it was typed: its number in any form. */
export type TypedPhone = z.infer<typeof typedPhone>;

/** The phones of a form, as `PhonesEditor` sends them. */
export const phonesField = () =>
  jsonField(z.array(typedPhone).max(mostPhones, `At most ${mostPhones} phones.`));
