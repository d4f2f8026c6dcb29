"use server";

import { readPhoneNumber } from "@/app/_format/phone-number";
import { mutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { write } from "@/app/_mutations/write";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { getFirmSettings } from "@/db/queries/firm/get-firm-settings";
import { fallbackIsOurs, firmId, saveFirm } from "@/db/queries/firm/save-firm";
import { listOwnNumbers } from "@/db/queries/people/list-own-numbers";
import { firmSettings } from "@/db/schema";
import { settingsInWords } from "./settings-in-words";
import { settingsSchema } from "./settings-schema";

export const saveSettings = mutation({
  name: "saveSettings",
  minimumRole: "manager",
  schema: settingsSchema,
  async run({ fallbackNumber: typed, ...fields }, { staff, db }) {
    const fallbackNumber = typed === "" ? null : readPhoneNumber(typed, fields.country);
    if (typed !== "" && fallbackNumber === null) {
      throw new Refusal({
        fieldErrors: {
          fallbackNumber: "Enter a phone number with its country code, such as +1 212 555 0190.",
        },
      });
    }
    const [before, [own]] = await Promise.all([
      getFirmSettings(db),
      listOwnNumbers(db, fallbackNumber === null ? [] : [fallbackNumber]),
    ]);
    if (own) {
      throw new Refusal({
        fieldErrors: {
          fallbackNumber: `This is your own line “${own.lineName}”: a call would go round in a circle. Enter a phone outside of this app.`,
        },
      });
    }
    const after = { ...fields, fallbackNumber };
    await write(
      db,
      [
        ...saveFirm(db, after),
        ...recordActivity(db, {
          staff,
          verb: "saveSettings",
          subject: "firm",
          subjectId: firmId,
          subjectName: after.name,
          before: settingsInWords(before),
          after: settingsInWords(after),
        }),
      ],
      {
        refusals: {
          [fallbackIsOurs]: { field: "fallbackNumber", message: "This has just become a line of your own." },
          firm_settings_time_zone_real: { field: "timeZone", message: "Choose a time zone from the list." },
        },
        editing: { table: firmSettings, subject: "firm", seen: { id: firmId, version: fields.version } },
      },
    );
    return "The settings are saved. The next call uses them.";
  },
  revalidates: ["/settings"],
});
