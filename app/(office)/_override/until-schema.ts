import { Temporal } from "temporal-polyfill";
import { z } from "zod";

const instant = z.iso
  .datetime()
  .transform((text) => ({ kind: "instant" as const, instant: Temporal.Instant.from(text) }));

/** Which button was pressed: one with an end in it, the one that goes by the fields, or the one without an end. */
export const untilSchema = z.union([
  z.literal("lifted").transform(() => ({ kind: "lifted" as const })),
  z.literal("fields").transform(() => ({ kind: "fields" as const })),
  instant,
]);

const missing = "Enter a date.";

/** The date and time that were typed; both are needed only for the button that goes by them. */
export const untilFields = {
  date: z.union([z.literal(""), z.iso.date(missing)], missing).default(""),
  time: z.union([z.literal(""), z.iso.time({ precision: -1 })], "Enter a time.").default(""),
};
