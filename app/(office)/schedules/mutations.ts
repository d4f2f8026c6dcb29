"use server";

import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { jsonField, requiredText, seenVersion } from "@/app/_mutations/form-fields";
import { mutation } from "@/app/_mutations/mutation";
import { sayAndGo } from "@/app/_mutations/say-and-go";
import { write } from "@/app/_mutations/write";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { findSchedule, type NamedSchedule } from "@/db/queries/schedules/find-schedule";
import { insertSchedule, replaceSchedule } from "@/db/queries/schedules/write-hours";
import { raiseVersion } from "@/db/queries/writes/raise-version";
import { schedules } from "@/db/schema";
import { hoursSchema } from "@/lib/schedule/hours-schema";
import { scheduleInWords } from "./schedule-in-words";

const fields = {
  name: requiredText("Give it a name, such as “Office hours”.", 100),
  hours: jsonField(hoursSchema),
};

const refusals = {
  schedules_name_unique: { field: "name", message: "Another schedule has this name." },
  schedules_time_zone_real: { field: "hours.timeZone", message: "Choose a time zone from the list." },
  schedule_exceptions_never_overlap: {
    field: "hours.exceptions",
    message: "Two holidays or special hours share a date.",
  },
};

const wordsOf = ({ name, schedule }: NamedSchedule) =>
  scheduleInWords({
    name,
    timeZone: schedule.timeZone,
    windows: [...schedule.windows],
    exceptions: schedule.exceptions.map((exception) => ({ ...exception, windows: [...exception.windows] })),
  });

export const createSchedule = mutation({
  name: "createSchedule",
  minimumRole: "manager",
  schema: z.object(fields),
  async run({ name, hours }, { staff, db }) {
    const id = randomUUID();
    await write(
      db,
      [
        ...insertSchedule(db, { id, name, ...hours }),
        ...recordActivity(db, {
          staff,
          verb: "createSchedule",
          subject: "schedule",
          subjectId: id,
          subjectName: name,
          before: null,
          after: scheduleInWords({ name, ...hours }),
        }),
      ],
      { refusals },
    );
    return sayAndGo(`${name}: saved.`, `/schedules/${id}`);
  },
});

/** The schedule with its windows and exceptions as one: what stood before is replaced as a whole, or not at all. */
export const saveSchedule = mutation({
  name: "saveSchedule",
  minimumRole: "manager",
  schema: z.object({ ...seenVersion, ...fields }),
  async run({ id, version, name, hours }, { staff, db }) {
    const before = await findSchedule(db, id);
    const seen = { id, version };
    await write(
      db,
      [
        raiseVersion(db, schedules, seen),
        ...replaceSchedule(db, { id, name, ...hours }),
        ...recordActivity(db, {
          staff,
          verb: "saveSchedule",
          subject: "schedule",
          subjectId: id,
          subjectName: name,
          before: before && wordsOf(before),
          after: scheduleInWords({ name, ...hours }),
        }),
      ],
      { refusals, editing: { table: schedules, subject: "schedule", seen } },
    );
    return sayAndGo(`${name}: saved.`, "/schedules");
  },
});

export const deleteSchedule = mutation({
  name: "deleteSchedule",
  minimumRole: "manager",
  schema: z.object(seenVersion),
  async run(seen, { staff, db }) {
    const before = await findSchedule(db, seen.id);
    if (!before) return sayAndGo("Somebody else has deleted it already.", "/schedules");
    await write(
      db,
      [
        raiseVersion(db, schedules, seen),
        db.delete(schedules).where(eq(schedules.id, seen.id)),
        ...recordActivity(db, {
          staff,
          verb: "deleteSchedule",
          subject: "schedule",
          subjectId: seen.id,
          subjectName: before.name,
          before: wordsOf(before),
          after: null,
        }),
      ],
      {
        refusals: {
          configurations_schedule_id_schedules_id_fk:
            "A configuration uses this schedule, so it cannot be deleted. Open this page again to see which.",
          people_duty_schedule_id_schedules_id_fk:
            "Somebody is on duty by this schedule, so it cannot be deleted. Open this page again to see who.",
        },
        editing: { table: schedules, subject: "schedule", seen },
      },
    );
    return sayAndGo(`${before.name}: deleted.`, "/schedules");
  },
});
