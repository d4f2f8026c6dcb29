import type { InWords } from "@/db/queries/activity/record-activity";
import type { CallerData } from "@/db/queries/callers/find-caller-data";

/** How much there is of each kind: says nothing of who it is about. */
export const callerDataInWords = (data: CallerData): InWords => ({
  Calls: `${data.calls.length}`,
  Voicemails: `${data.voicemails.length}`,
  "Known caller": data.knownCaller ? "Yes" : "No",
  Blocked: data.blockedCaller ? "Yes" : "No",
  "Texts sent": `${data.texts.length}`,
  "Calls back": `${data.callBacks.length}`,
});

export const isNothingKept = (data: CallerData): boolean =>
  data.calls.length + data.texts.length + data.callBacks.length === 0 &&
  !data.knownCaller &&
  !data.blockedCaller;
