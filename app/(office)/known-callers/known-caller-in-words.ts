import { formatPhoneNumber } from "@/app/_format/phone-number";
import type { InWords } from "@/db/queries/activity/record-activity";
import type { KnownCaller } from "@/db/queries/known-callers/find-known-caller";
import type { KnownCallerToType } from "./known-caller-form";

export const knownCallerInWords = (
  { name, number, note, actionName }: Pick<KnownCaller, "name" | "number" | "note" | "actionName">,
  country: string,
): InWords => ({
  Name: name,
  Number: formatPhoneNumber(number, country),
  "Straight to": actionName ?? "",
  Note: note,
});

/** What the form begins with. */
export const callerToType = (
  { name, note, actionId, actionName }: KnownCaller,
  number: string,
): KnownCallerToType => ({
  name,
  number,
  note,
  action: actionId === null ? null : { id: actionId, name: actionName ?? "" },
});
