import type { ScheduleException, WeeklyWindow } from "@/lib/schedule/types";
import type { EditedException } from "./_exceptions/edited-exception";
import type { EditedWindow } from "./_week/edited-window";

/** What the form holds beside the name: sent as one, since none of it means anything without the rest. */
export interface ScheduleDraft {
  timeZone: string;
  windows: EditedWindow[];
  exceptions: EditedException[];
}

export const draftOf = (hours: {
  timeZone: string;
  windows: readonly WeeklyWindow[];
  exceptions: readonly ScheduleException[];
}): ScheduleDraft => ({
  timeZone: hours.timeZone,
  windows: hours.windows.map((window, i) => ({ ...window, key: `window-${i}` })),
  exceptions: hours.exceptions.map((exception, i) => ({ ...exception, key: `exception-${i}` })),
});

/** What was sent last, to know which window an error is about; null where there was nothing yet. */
export function sentDraft(text: string | undefined): ScheduleDraft | null {
  return text === undefined ? null : JSON.parse(text);
}
