import type { WeeklyWindow } from "@/lib/schedule/types";
import { weekdays } from "./_week/weekdays";
import { windowsInWords } from "./schedule-in-words";

/** The weekly hours for those who may not change them. */
export function WeekInWords({ windows }: { windows: readonly WeeklyWindow[] }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
      {weekdays.map(({ weekday, name }) => (
        <div key={weekday} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="tabular-nums">
            {windowsInWords(windows.filter((window) => window.weekday === weekday))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
