import { z } from "zod";
import { checkbox, requiredText } from "@/app/_mutations/form-fields";

/** What the form of a configuration sends. */
export const configurationFields = {
  name: requiredText("Give it a name, such as “Weekdays”."),
  phoneNumberId: z.uuid("Choose the phone number that it is for."),
  scheduleId: z.uuid("Choose a schedule."),
  openActionId: z.uuid("Choose what happens while it is open."),
  closedActionId: z.uuid("Choose what happens while it is closed."),
  takesKnownCallersOnly: checkbox(),
  isActive: checkbox(),
};

const missing = "It has been deleted in the meantime. Choose another one.";

/** What the database refuses, beside the field that it is about. */
export const configurationRefusals = {
  configurations_name_unique: { field: "name", message: "Another configuration has this name already." },
  configurations_phone_number_id_phone_numbers_id_fk: { field: "phoneNumberId", message: missing },
  configurations_schedule_id_schedules_id_fk: { field: "scheduleId", message: missing },
  configurations_open_action_id_actions_id_fk: { field: "openActionId", message: missing },
  configurations_closed_action_id_actions_id_fk: { field: "closedActionId", message: missing },
};
