import { z } from "zod";
import { checkbox, requiredText } from "@/app/_mutations/form-fields";
import { phonesField } from "./_phones/phones-schema";

/** The fields of a person's form. */
export const personFields = {
  name: requiredText("Enter a name."),
  extension: z
    .string()
    .trim()
    .regex(/^(\d{2,5})?$/, "Two to five digits, such as 101, or nothing.")
    .transform((value) => value || null),
  email: z
    .union([z.literal(""), z.email("Enter an e-mail address such as ana@example.com, or nothing.")])
    .transform((value) => value || null),
  dutyScheduleId: z.union(
    [z.uuid(), z.literal("").transform(() => null)],
    "Choose a schedule, or “Always on duty”.",
  ),
  isToldByEmail: checkbox(),
  isToldByText: checkbox(),
  awayUntil: z.string().trim(),
  phones: phonesField(),
};

export type TypedPerson = z.infer<z.ZodObject<typeof personFields>>;
