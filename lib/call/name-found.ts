import type { CallEvent } from "./step-answer";

/** What the log says of a name that was found at Twilio later, because nothing of it could be kept before. */
export const nameFound = (recordingSid: string): CallEvent => ({
  stepKey: `name:${recordingSid}`,
  kind: "after-name",
  actionId: null,
  actionName: null,
  words: "The caller said their name, which was found at Twilio later",
  detail: { hasName: true },
});
