"use client";

import { buttonVariants } from "@heroui/styles";

interface RowButtonsProps {
  /** What the row is, for a screen reader. */
  about: string;
  isFirst: boolean;
  isLast: boolean;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

/** Up, down and out of a list, from the keyboard as well. At the ends they stay, so that the focus is never lost. */
export function RowButtons({ about, isFirst, isLast, onMove, onRemove }: RowButtonsProps) {
  return (
    <div className="flex shrink-0 gap-1">
      <RowButton
        label={`Move ${about} up`}
        isOff={isFirst}
        onPress={() => onMove(-1)}
        drawing="m6 14 6-6 6 6"
      />
      <RowButton
        label={`Move ${about} down`}
        isOff={isLast}
        onPress={() => onMove(1)}
        drawing="m6 10 6 6 6-6"
      />
      <RowButton label={`Remove ${about}`} isOff={false} onPress={onRemove} drawing="m7 7 10 10M17 7 7 17" />
    </div>
  );
}

function RowButton({
  label,
  isOff,
  onPress,
  drawing,
}: {
  label: string;
  isOff: boolean;
  onPress(): void;
  drawing: string;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={isOff}
      onClick={() => !isOff && onPress()}
      className={buttonVariants({
        variant: "ghost",
        size: "sm",
        isIconOnly: true,
        className: "aria-disabled:cursor-default aria-disabled:opacity-40",
      })}
    >
      <svg
        viewBox="0 0 24 24"
        aria-hidden="true"
        className="size-4"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d={drawing} />
      </svg>
    </button>
  );
}
