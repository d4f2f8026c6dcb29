"use server";

import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { localeHere } from "@/app/_format/locale-here";
import { timeWriter } from "@/app/_format/wall-time";
import { mutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { write } from "@/app/_mutations/write";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { findSchedule } from "@/db/queries/schedules/find-schedule";
import { liftOverride, setOverride } from "@/db/queries/schedules/set-override";
import { isBefore } from "@/lib/schedule/is-before";
import { endInWords, overrideInWords } from "./override-in-words";
import { untilFields, untilSchema } from "./until-schema";

const revalidates = ["/", "/schedules"];
const gone = "This schedule has been deleted in the meantime.";
const refusals = { schedule_overrides_schedule_id_schedules_id_fk: gone };

/** Everybody who is signed in may close or open the office for now. */
export const overrideSchedule = mutation({
  name: "overrideSchedule",
  minimumRole: "staff",
  schema: z.object({
    id: z.uuid(),
    as: z.enum(["open", "closed"]),
    until: untilSchema,
    ...untilFields,
    reason: z.string().trim().max(200, "That is too long: at most 200 characters.").default(""),
  }),
  revalidates,
  async run({ id, as, until: wanted, date, time, reason }, { staff, db }) {
    const found = await findSchedule(db, id);
    if (!found) throw new Refusal({ message: gone });
    const { name, schedule } = found;
    const now = Temporal.Now.instant();
    const until =
      wanted.kind === "instant"
        ? wanted.instant
        : wanted.kind === "fields"
          ? instantOf(date, time, schedule.timeZone)
          : null;
    if (until && !isBefore(now, until)) {
      const passed = "This time has passed there: choose a later one.";
      throw new Refusal(wanted.kind === "fields" ? { fieldErrors: { date: passed } } : { message: passed });
    }
    const isOpen = as === "open";
    const override = { isOpen, until, reason };
    await write(
      db,
      [
        setOverride(db, { scheduleId: id, ...override, setBy: staff, setAt: now }),
        ...recordActivity(db, {
          staff,
          verb: isOpen ? "openScheduleUntil" : "closeScheduleUntil",
          subject: "schedule",
          subjectId: id,
          subjectName: name,
          before: overrideInWords(stillInForce(schedule.override, now), now, schedule.timeZone),
          after: overrideInWords(override, now, schedule.timeZone),
        }),
      ],
      { refusals },
    );
    const writeTime = timeWriter(await localeHere());
    return `${name}: ${as} ${endInWords(until, { now, timeZone: schedule.timeZone, writeTime })}.`;
  },
});

/** Back to its own hours. */
export const liftScheduleOverride = mutation({
  name: "liftScheduleOverride",
  minimumRole: "staff",
  schema: z.object({ id: z.uuid() }),
  revalidates,
  async run({ id }, { staff, db }) {
    const found = await findSchedule(db, id);
    if (!found) throw new Refusal({ message: gone });
    const { name, schedule } = found;
    const now = Temporal.Now.instant();
    await write(db, [
      liftOverride(db, id),
      ...recordActivity(db, {
        staff,
        verb: "liftOverride",
        subject: "schedule",
        subjectId: id,
        subjectName: name,
        before: overrideInWords(stillInForce(schedule.override, now), now, schedule.timeZone),
        after: overrideInWords(null, now, schedule.timeZone),
      }),
    ]);
    return `${name}: goes by its own hours again.`;
  },
});

const stillInForce = <Given extends { until: Temporal.Instant | null }>(
  override: Given | null,
  now: Temporal.Instant,
): Given | null => (override?.until && !isBefore(now, override.until) ? null : override);

/** @throws Refusal when one of them is missing. */
function instantOf(date: string, time: string, timeZone: string): Temporal.Instant {
  if (!date || !time) {
    throw new Refusal({
      fieldErrors: { ...(!date && { date: "Enter a date." }), ...(!time && { time: "Enter a time." }) },
    });
  }
  return Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).toInstant();
}
