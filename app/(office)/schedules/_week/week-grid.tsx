import { useEffect, useId, useRef } from "react";
import { useLocale } from "react-aria-components/I18nProvider";
import { hourInWords } from "@/app/_format/wall-time";
import { MINUTES_PER_DAY } from "@/lib/schedule/read-hours";
import { openingIdOf } from "./day-fields";
import { type EditedWindow, type Span, spanOf } from "./edited-window";
import { hoursInWords } from "./hours-in-words";
import { useBarDrag } from "./use-bar-drag";
import { WeekBar } from "./week-bar";
import { dayAfter, weekdayName, weekdays } from "./weekdays";

const hourMarks = [0, 3, 6, 9, 12, 15, 18, 21, 24];

interface WeekGridProps {
  windows: readonly EditedWindow[];
  onChange(windows: EditedWindow[]): void;
  /** Said aloud by screen readers. */
  announce(words: string): void;
}

/** The week as it is seen: a row a day, a bar for each opening. */
export function WeekGrid({ windows, onChange, announce }: WeekGridProps) {
  const { locale } = useLocale();
  const track = useRef<HTMLElement>(null);
  const helpId = useId();
  const focusAfterwards = useRef<string | null>(null);
  const say = (window: EditedWindow) =>
    announce(`${weekdayName(window.weekday)}, ${hoursInWords(window, locale)}`);
  const toFields = (key: string) => document.getElementById(openingIdOf(key))?.focus();
  const drag = useBarDrag({
    track,
    windows,
    onChange,
    onDone: (window) => {
      say(window);
      focusAfterwards.current = window.key;
    },
    onPick: (key, isTouch) => (isTouch ? toFields(key) : barOf(track.current, key)?.focus()),
  });
  useEffect(() => {
    if (focusAfterwards.current === null) return;
    barOf(track.current, focusAfterwards.current)?.focus();
    focusAfterwards.current = null;
  });
  const { cancel, ...pointers } = drag;

  const drawn = windows.flatMap((window) => {
    const span = spanOf(window);
    return span ? [{ window, span }] : [];
  });
  const remove = (removed: EditedWindow) => {
    const i = drawn.findIndex(({ window }) => window.key === removed.key);
    focusAfterwards.current = (drawn[i + 1] ?? drawn[i - 1])?.window.key ?? null;
    onChange(windows.filter(({ key }) => key !== removed.key));
    announce(`Removed ${weekdayName(removed.weekday)}, ${hoursInWords(removed, locale)}`);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape gives up a drag; all else is done on the bars.
    <div
      onKeyDown={(event) => {
        if (event.key === "Escape" && cancel()) event.stopPropagation();
      }}
    >
      <div className="grid grid-cols-[2.5rem_1fr_1.25rem] select-none">
        <div className="relative col-start-2 h-5 text-xs text-muted" aria-hidden="true">
          {hourMarks.map((hour) => (
            <span
              key={hour}
              className={`absolute -translate-x-1/2 whitespace-nowrap tabular-nums ${hour % 6 === 0 ? "" : "hidden sm:inline"}`}
              style={{ insetInlineStart: `${(hour / 24) * 100}%` }}
            >
              {hourInWords(hour, locale)}
            </span>
          ))}
        </div>
        <div className="col-start-1 row-start-2" aria-hidden="true">
          {weekdays.map(({ weekday, short }) => (
            <div key={weekday} className="flex h-9 items-center text-sm font-medium">
              {short}
            </div>
          ))}
        </div>
        <section
          ref={track}
          aria-label="The week as bars"
          className="relative col-start-2 row-start-2 h-63 cursor-crosshair border-x border-separator"
          {...pointers}
        >
          {weekdays.map(({ weekday }) => (
            <div
              key={weekday}
              className="pointer-events-none absolute inset-x-0 h-9 border-t border-separator last:border-b"
              style={{ top: `${(weekday - 1) * 2.25}rem` }}
            />
          ))}
          {hourMarks.slice(1, -1).map((hour) => (
            <div
              key={hour}
              className={`pointer-events-none absolute inset-y-0 w-px bg-separator ${hour % 6 === 0 ? "" : "opacity-50"}`}
              style={{ insetInlineStart: `${(hour / 24) * 100}%` }}
            />
          ))}
          {drawn.map(({ window, span }) => (
            <Tail key={`${window.key}-tail`} window={window} span={span} />
          ))}
          {drawn.map(({ window, span }) => (
            <WeekBar
              key={window.key}
              window={window}
              span={span}
              describedBy={helpId}
              onChange={(changed) => {
                onChange(windows.map((other) => (other.key === changed.key ? changed : other)));
                say(changed);
              }}
              onRemove={() => remove(window)}
              onOpen={() => toFields(window.key)}
            />
          ))}
        </section>
      </div>
      <p id={helpId} className="mt-2 hidden text-sm text-muted sm:block">
        Drag on an empty place to add hours, drag a bar to move it, or its ends to change when it opens or
        closes. With the keyboard: arrow keys move a bar, Shift with the left and right ones changes its end
        and with the up and down ones its beginning, Enter leads to its fields, Delete removes it.
      </p>
    </div>
  );
}

/** Where hours that ran past midnight end, on the next day's row: they still belong to the day before. */
function Tail({ window, span }: { window: EditedWindow; span: Span }) {
  if (span.closes <= MINUTES_PER_DAY) return null;
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none absolute h-7 rounded-e-md border border-s-0 border-dashed border-accent bg-accent/15"
      style={{
        top: `${(dayAfter(window.weekday) - 1) * 2.25 + 0.25}rem`,
        insetInlineStart: 0,
        width: `${((span.closes - MINUTES_PER_DAY) / MINUTES_PER_DAY) * 100}%`,
      }}
    />
  );
}

const barOf = (track: HTMLElement | null, key: string) =>
  track?.querySelector<HTMLElement>(`[data-bar="${key}"]`);
