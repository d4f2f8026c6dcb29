import { spanOf } from "../_week/edited-window";
import type { ScheduleDraft } from "../schedule-draft";
import { NextTwoWeeks } from "./next-two-weeks";
import { type OverrideJson, overrideFromJson } from "./override-json";

interface DraftPreviewProps {
  draft: ScheduleDraft;
  override: OverrideJson | null;
  /** ISO 8601. */
  now: string;
  locale: string;
}

/** What would hold from now on if it were saved as it stands. Hours that lack a time are left out until they have it. */
export function DraftPreview({ draft, override, now, locale }: DraftPreviewProps) {
  const schedule = {
    timeZone: draft.timeZone,
    windows: draft.windows.filter((window) => spanOf(window) !== null),
    exceptions: draft.exceptions,
    override: overrideFromJson(override),
  };
  return <NextTwoWeeks schedule={schedule} now={now} locale={locale} />;
}
