import { Button } from "@heroui/react/button";
import { dateInWords, wallTimeInWords } from "@/app/_format/wall-time";
import { windowsInWords } from "../schedule-in-words";
import type { EditedException } from "./edited-exception";

interface ExceptionListProps {
  exceptions: readonly EditedException[];
  locale: string;
  onEdit(exception: EditedException): void;
  onRemove(exception: EditedException): void;
}

export const datesInWords = ({ startsOn, endsOn }: EditedException, locale: string): string =>
  startsOn === endsOn
    ? dateInWords(startsOn, locale, true)
    : `${dateInWords(startsOn, locale, startsOn.slice(0, 4) !== endsOn.slice(0, 4))} to ${dateInWords(endsOn, locale, true)}`;

export function ExceptionList({ exceptions, locale, onEdit, onRemove }: ExceptionListProps) {
  return (
    <ul className="divide-y divide-separator border-y border-separator">
      {exceptions.map((exception) => (
        <li key={exception.key} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
          <div className="min-w-0 flex-1 basis-56">
            <p className="font-medium wrap-anywhere">{exception.label}</p>
            <p className="text-sm text-muted">
              {datesInWords(exception, locale)} ·{" "}
              {exception.windows.length === 0
                ? "closed"
                : `open ${windowsInWords(exception.windows, (time) => wallTimeInWords(time, locale))}`}
            </p>
          </div>
          <div className="flex gap-1">
            <Button
              size="sm"
              variant="ghost"
              aria-label={`Edit ${exception.label}, ${datesInWords(exception, locale)}`}
              onPress={() => onEdit(exception)}
            >
              Edit
            </Button>
            <Button
              size="sm"
              variant="ghost"
              aria-label={`Remove ${exception.label}, ${datesInWords(exception, locale)}`}
              onPress={() => onRemove(exception)}
            >
              Remove
            </Button>
          </div>
        </li>
      ))}
    </ul>
  );
}
