import { wallTimeInWords } from "@/app/_format/wall-time";
import type { WeeklyWindow } from "@/lib/schedule/types";
import { zoneName } from "@/lib/schedule/zone-name";
import { weekdays } from "./_week/weekdays";
import { windowsInWords } from "./schedule-in-words";

interface WeekInWordsProps {
  windows: readonly WeeklyWindow[];
  timeZone: string;
  locale: string;
}

/** The weekly hours for those who may not change them. */
export function WeekInWords({ windows, timeZone, locale }: WeekInWordsProps) {
  const timeInWords = (time: string) => wallTimeInWords(time, locale);
  return (
    <>
      <p className="text-sm text-muted">By the clocks of {zoneName(timeZone)}.</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
        {weekdays.map(({ weekday, name }) => (
          <div key={weekday} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="tabular-nums">
              {windowsInWords(
                windows.filter((window) => window.weekday === weekday),
                timeInWords,
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
