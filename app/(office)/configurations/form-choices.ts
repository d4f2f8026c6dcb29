import type { Database } from "@/db/client";
import { listChoices } from "@/db/queries/configurations/list-choices";
import { type ChoiceOptions, choiceOptions } from "./_choice/choice-options";
import type { ConfigurationValues } from "./configuration-form";

export interface FormChoices {
  phoneNumbers: ChoiceOptions;
  schedules: ChoiceOptions;
  actions: ChoiceOptions;
  /** How many there are of each. */
  counts: { phoneNumbers: number; schedules: number; actions: number };
}

/** What a configuration's form offers, in three statements whatever there is; what is chosen already is among it. */
export async function findFormChoices(
  db: Database,
  { phoneNumberId, scheduleId, openActionId, closedActionId }: ConfigurationValues,
  country: string,
): Promise<FormChoices> {
  const ids = (...chosen: string[]) => ({ chosenIds: chosen.filter(Boolean) });
  const [phoneNumbers, schedules, actions] = await Promise.all([
    listChoices(db, { kind: "phoneNumber", ...ids(phoneNumberId) }),
    listChoices(db, { kind: "schedule", ...ids(scheduleId) }),
    listChoices(db, { kind: "action", ...ids(openActionId, closedActionId) }),
  ]);
  return {
    phoneNumbers: choiceOptions(phoneNumbers, country),
    schedules: choiceOptions(schedules, country),
    actions: choiceOptions(actions, country),
    counts: { phoneNumbers: phoneNumbers.total, schedules: schedules.total, actions: actions.total },
  };
}
