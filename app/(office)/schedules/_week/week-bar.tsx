import type { KeyboardEvent } from "react";
import { useLocale } from "react-aria-components/I18nProvider";
import { MINUTES_PER_DAY } from "@/lib/schedule/read-hours";
import type { Weekday } from "@/lib/schedule/types";
import {
  type EditedWindow,
  moved,
  type Span,
  stepMinutes,
  windowFrom,
  withClosing,
  withOpening,
} from "./edited-window";
import { hoursInWords } from "./hours-in-words";
import { weekdayName } from "./weekdays";

const percent = (minutes: number) => `${(minutes / MINUTES_PER_DAY) * 100}%`;

interface WeekBarProps {
  window: EditedWindow;
  span: Span;
  /** The id of the words that say which keys do what. */
  describedBy: string;
  onChange(window: EditedWindow): void;
  onRemove(): void;
  /** To its fields. */
  onOpen(): void;
}

/**
 * One stretch of opening hours on its day's row, changed with the keyboard: arrows move it, with Shift they stretch it,
 * Delete removes it. One that runs past midnight goes on over the end of its row.
 */
export function WeekBar({ window, span, describedBy, onChange, onRemove, onOpen }: WeekBarProps) {
  const { locale } = useLocale();
  const isOvernight = span.closes > MINUTES_PER_DAY;
  const length = Math.min(span.closes, MINUTES_PER_DAY) - span.opens;
  const pressed = (event: KeyboardEvent) => {
    if (event.key === "Delete" || event.key === "Backspace") onRemove();
    else if (event.key === "Enter" || event.key === " ") onOpen();
    else {
      const changed = changedBy(event, window, span);
      if (!changed) return;
      onChange(changed);
    }
    event.preventDefault();
  };
  return (
    <button
      type="button"
      data-bar={window.key}
      aria-label={`${weekdayName(window.weekday)}, ${hoursInWords(window, locale)}`}
      aria-describedby={describedBy}
      onKeyDown={pressed}
      className={`@container absolute flex h-7 cursor-grab touch-auto items-center overflow-hidden bg-accent text-start text-xs font-medium text-accent-foreground outline-offset-2 focus-visible:z-10 focus-visible:outline-2 focus-visible:outline-focus active:cursor-grabbing ${isOvernight ? "rounded-s-md" : "rounded-md"}`}
      style={{
        top: `${(window.weekday - 1) * 2.25 + 0.25}rem`,
        insetInlineStart: percent(span.opens),
        width: isOvernight ? `calc(${percent(length)} + 1.25rem)` : percent(length),
      }}
    >
      <span data-edge="start" className="absolute inset-y-0 start-0 w-2 cursor-ew-resize" />
      <span
        aria-hidden="true"
        className="pointer-events-none hidden px-1.5 whitespace-nowrap @min-[8rem]:inline"
      >
        {hoursInWords(window, locale)}
      </span>
      {isOvernight && (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 end-0 flex w-5 items-center justify-center bg-accent"
        >
          →
        </span>
      )}
      <span data-edge="end" className="absolute inset-y-0 end-0 w-2 cursor-ew-resize" />
    </button>
  );
}

function changedBy(event: KeyboardEvent, window: EditedWindow, span: Span): EditedWindow | null {
  const steps = { ArrowLeft: -stepMinutes, ArrowRight: stepMinutes }[event.key];
  const days = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (steps !== undefined) {
    const to = event.shiftKey ? withClosing(span, span.closes + steps) : moved(span, steps);
    return { ...window, ...windowFrom(to) };
  }
  if (days === undefined) return null;
  if (event.shiftKey) return { ...window, ...windowFrom(withOpening(span, span.opens + days * stepMinutes)) };
  const weekday = window.weekday + days;
  return weekday >= 1 && weekday <= 7 ? { ...window, weekday: weekday as Weekday } : null;
}
