import { type PointerEvent, type RefObject, useRef } from "react";
import { MINUTES_PER_DAY } from "@/lib/schedule/read-hours";
import type { Weekday } from "@/lib/schedule/types";
import {
  type EditedWindow,
  moved,
  newKey,
  type Span,
  spanOf,
  stepMinutes,
  windowFrom,
  withClosing,
  withOpening,
} from "./edited-window";

interface Place {
  weekday: Weekday;
  /** Since midnight; before 0 and beyond 1440 when the pointer is outside of the row. */
  minute: number;
}

interface Drag {
  kind: "move" | "start" | "end" | "draw";
  key: string;
  from: Place;
  span: Span;
  /** As all was before, for Escape. */
  before: readonly EditedWindow[];
  hasMoved: boolean;
}

interface BarDrag {
  /** The element whose width is a day and whose height is a week. */
  track: RefObject<HTMLElement | null>;
  windows: readonly EditedWindow[];
  onChange(windows: EditedWindow[]): void;
  /** After something was moved, stretched or drawn. */
  onDone(window: EditedWindow): void;
  /** A bar that was touched or clicked, and not moved. */
  onPick(key: string, isTouch: boolean): void;
}

/**
 * Moves, stretches and draws bars with a mouse or a pen. A finger scrolls the page instead, and touches a bar to come to
 * its fields.
 */
export function useBarDrag({ track, windows, onChange, onDone, onPick }: BarDrag) {
  const drag = useRef<Drag | null>(null);

  const placeOf = (event: PointerEvent): Place | null => {
    const box = track.current?.getBoundingClientRect();
    if (!box) return null;
    const row = Math.floor(((event.clientY - box.top) / box.height) * 7);
    const minutes = ((event.clientX - box.left) / box.width) * MINUTES_PER_DAY;
    return {
      weekday: (Math.min(Math.max(row, 0), 6) + 1) as Weekday,
      minute: Math.round(minutes / stepMinutes) * stepMinutes,
    };
  };

  const changedTo = ({ kind, from, span }: Drag, to: Place): Span => {
    const by = to.minute - from.minute;
    if (kind === "start") return withOpening(span, span.opens + by);
    if (kind === "end") return withClosing(span, span.closes + by);
    if (kind === "move") return moved(span, by);
    const drawn = { opens: Math.max(0, Math.min(from.minute, to.minute)), closes: 0 };
    return withClosing(drawn, Math.max(from.minute, to.minute));
  };

  return {
    onPointerDown(event: PointerEvent) {
      const target = event.target as Element;
      const key = target.closest("[data-bar]")?.getAttribute("data-bar") ?? null;
      const from = placeOf(event);
      if (event.button !== 0 || !from) return;
      if (event.pointerType === "touch") {
        if (key) onPick(key, true);
        return;
      }
      const pressed = windows.find((window) => window.key === key);
      const span = pressed && spanOf(pressed);
      const edge = target.closest("[data-edge]")?.getAttribute("data-edge");
      const kind = !span ? "draw" : edge === "start" || edge === "end" ? edge : "move";
      drag.current = {
        kind,
        key: key ?? newKey(),
        from,
        span: span ?? { opens: from.minute, closes: from.minute },
        before: windows,
        hasMoved: false,
      };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent) {
      const current = drag.current;
      const to = current && placeOf(event);
      if (!current || !to) return;
      const isStill = to.minute === current.from.minute && to.weekday === current.from.weekday;
      if (!current.hasMoved && isStill) return;
      current.hasMoved = true;
      const hours = windowFrom(changedTo(current, to));
      if (current.kind === "draw") {
        onChange([...current.before, { ...hours, key: current.key, weekday: current.from.weekday }]);
      } else {
        onChange(
          current.before.map((window) =>
            window.key === current.key
              ? { ...window, ...hours, weekday: current.kind === "move" ? to.weekday : window.weekday }
              : window,
          ),
        );
      }
    },
    onPointerUp() {
      const ended = drag.current;
      drag.current = null;
      const window = ended && windows.find(({ key }) => key === ended.key);
      if (window && ended.hasMoved) onDone(window);
      else if (window) onPick(window.key, false);
    },
    onPointerCancel() {
      if (drag.current?.hasMoved) onChange([...drag.current.before]);
      drag.current = null;
    },
    /** Whether there was something to give up. */
    cancel(): boolean {
      const given = drag.current;
      if (given?.hasMoved) onChange([...given.before]);
      drag.current = null;
      return given !== null;
    },
  };
}
