import { Temporal } from "temporal-polyfill";
import { instantInWords } from "@/app/_format/instant-in-words";

/** When somebody signed in last, as far back as that is remembered: see `end-sign-in-attempt.ts`. */
export const lastSignInInWords = (
  lastSignInAt: Date | null,
  here: { now: Temporal.Instant; timeZone: string; locale: string },
): string =>
  lastSignInAt
    ? instantInWords(Temporal.Instant.fromEpochMilliseconds(lastSignInAt.getTime()), here)
    : "Not in the last 90 days";
