"use server";

import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { refresh } from "next/cache";
import { z } from "zod";
import { seenVersion } from "@/app/_mutations/form-fields";
import { mutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { sayAndGo } from "@/app/_mutations/say-and-go";
import { write } from "@/app/_mutations/write";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { holdNumber, putAsideActive } from "@/db/queries/configurations/change-active";
import { findConfiguration } from "@/db/queries/configurations/find-configuration";
import { getConfigurationParts } from "@/db/queries/configurations/get-configuration-parts";
import { raiseVersion } from "@/db/queries/writes/raise-version";
import { configurations } from "@/db/schema";
import { activeInWords, configurationInWords } from "./configuration-in-words";
import { configurationFields, configurationRefusals as refusals } from "./configuration-schema";
import { tellTwilio } from "./tell-twilio";

const subject = "configuration";

export const makeConfiguration = mutation({
  name: "makeConfiguration",
  minimumRole: "manager",
  schema: z.object(configurationFields),
  async run(typed, { staff, db }) {
    const { name, phoneNumberId, isActive, takesKnownCallersOnly } = typed;
    const id = randomUUID();
    const { country, ...parts } = await getConfigurationParts(db, typed);
    await write(
      db,
      [
        ...(isActive
          ? [holdNumber(db, phoneNumberId), putAsideActive(db, { configurationId: id, phoneNumberId, staff })]
          : []),
        db.insert(configurations).values({ id, ...typed }),
        ...recordActivity(db, {
          staff,
          verb: "makeConfiguration",
          subject,
          subjectId: id,
          subjectName: name,
          before: null,
          after: configurationInWords({ ...parts, name, isActive, takesKnownCallersOnly }, country),
        }),
      ],
      { refusals },
    );
    if (!isActive) return sayAndGo(`“${name}” is prepared. It answers no calls yet.`, "/configurations");
    const said = `“${name}” is saved, and answers from now on.`;
    return sayAndGo(await tellTwilio(db, { phoneNumberId, said }), "/configurations");
  },
});

export const saveConfiguration = mutation({
  name: "saveConfiguration",
  minimumRole: "manager",
  schema: z.object({ ...seenVersion, ...configurationFields }),
  async run({ id, version, ...typed }, { staff, db }) {
    const seen = { id, version };
    const { name, phoneNumberId, takesKnownCallersOnly } = typed;
    const [{ country, ...parts }, before] = await Promise.all([
      getConfigurationParts(db, typed),
      findConfiguration(db, id),
    ]);
    // The number would turn callers away, and get its old settings back at Twilio: that is asked on a page of its own.
    if (before?.isActive && before.phoneNumberId !== phoneNumberId) {
      throw new Refusal({
        fieldErrors: {
          phoneNumberId: `It answers ${before.numberName} now. Deactivate it first, or duplicate it for the other number.`,
        },
      });
    }
    const isActive = typed.isActive || (before?.isActive ?? false);
    await write(
      db,
      [
        ...(isActive ? [holdNumber(db, phoneNumberId)] : []),
        raiseVersion(db, configurations, seen),
        ...(isActive ? [putAsideActive(db, { configurationId: id, phoneNumberId, staff })] : []),
        db
          .update(configurations)
          .set({ ...typed, isActive })
          .where(eq(configurations.id, id)),
        ...recordActivity(db, {
          staff,
          verb: "saveConfiguration",
          subject,
          subjectId: id,
          subjectName: name,
          before: before && configurationInWords(before, country),
          after: configurationInWords({ ...parts, name, isActive, takesKnownCallersOnly }, country),
        }),
      ],
      { refusals, editing: { table: configurations, subject, seen } },
    );
    const said = `“${name}” is saved.`;
    if (!isActive) return sayAndGo(said, "/configurations");
    return sayAndGo(await tellTwilio(db, { phoneNumberId, said }), "/configurations");
  },
});

/** From one configuration of a number to another, in one click: no call finds none in between. */
export const activateConfiguration = mutation({
  name: "activateConfiguration",
  minimumRole: "manager",
  schema: z.object(seenVersion),
  async run(seen, { staff, db }) {
    const before = await findConfiguration(db, seen.id);
    if (!before) throw new Refusal({ message: "This configuration has been deleted in the meantime." });
    const { id, name, phoneNumberId, isActive } = before;
    if (isActive) {
      refresh();
      return `“${name}” is active already.`;
    }
    await write(
      db,
      [
        holdNumber(db, phoneNumberId),
        raiseVersion(db, configurations, seen),
        putAsideActive(db, { configurationId: id, phoneNumberId, staff }),
        db.update(configurations).set({ isActive: true }).where(eq(configurations.id, id)),
        ...recordActivity(db, {
          staff,
          verb: "activateConfiguration",
          subject,
          subjectId: id,
          subjectName: name,
          before: { Active: activeInWords(false) },
          after: { Active: activeInWords(true) },
        }),
      ],
      { editing: { table: configurations, subject, seen } },
    );
    refresh();
    const said = `Calls to ${before.numberName} are answered with “${name}” from now on.`;
    return tellTwilio(db, { phoneNumberId, said });
  },
});

export const deactivateConfiguration = mutation({
  name: "deactivateConfiguration",
  minimumRole: "manager",
  schema: z.object(seenVersion),
  async run(seen, { staff, db }) {
    const before = await findConfiguration(db, seen.id);
    if (!before) return sayAndGo("Somebody else has deleted it already.", "/configurations");
    const { id, name, phoneNumberId, numberName } = before;
    if (!before.isActive) return sayAndGo(`“${name}” is not active any more.`, "/configurations");
    await write(
      db,
      [
        raiseVersion(db, configurations, seen),
        db.update(configurations).set({ isActive: false }).where(eq(configurations.id, id)),
        ...recordActivity(db, {
          staff,
          verb: "deactivateConfiguration",
          subject,
          subjectId: id,
          subjectName: name,
          before: { Active: activeInWords(true) },
          after: { Active: activeInWords(false) },
        }),
      ],
      { editing: { table: configurations, subject, seen } },
    );
    const said = `“${name}” is deactivated: Switchboard turns callers of ${numberName} away.`;
    return sayAndGo(await tellTwilio(db, { phoneNumberId, said }), "/configurations");
  },
});

export const deleteConfiguration = mutation({
  name: "deleteConfiguration",
  minimumRole: "manager",
  schema: z.object(seenVersion),
  async run(seen, { staff, db }) {
    const before = await findConfiguration(db, seen.id);
    if (!before) return sayAndGo("Somebody else has deleted it already.", "/configurations");
    const { id, name, phoneNumberId, isActive } = before;
    const { country } = await getConfigurationParts(db, before);
    await write(
      db,
      [
        raiseVersion(db, configurations, seen),
        db.delete(configurations).where(eq(configurations.id, id)),
        ...recordActivity(db, {
          staff,
          verb: "deleteConfiguration",
          subject,
          subjectId: id,
          subjectName: name,
          before: configurationInWords(before, country),
          after: null,
        }),
      ],
      { editing: { table: configurations, subject, seen } },
    );
    const said = `“${name}” is deleted.`;
    if (!isActive) return sayAndGo(said, "/configurations");
    return sayAndGo(await tellTwilio(db, { phoneNumberId, said }), "/configurations");
  },
});
