import { Calendar } from "@heroui/react/calendar";
import { parseDate } from "@internationalized/date";
import type { LocalDate } from "@/lib/schedule/types";
import type { EditedException } from "./edited-exception";

interface ExceptionCalendarProps {
  exceptions: readonly EditedException[];
  /** Today's date by the schedule's clocks. */
  today: LocalDate;
  onPick(date: LocalDate): void;
}

/** The months, with a mark on each day that is not like every week's. Whoever picks a day changes what it is. */
export function ExceptionCalendar({ exceptions, today, onPick }: ExceptionCalendarProps) {
  const on = (date: LocalDate) =>
    exceptions.find(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn);
  return (
    <Calendar
      aria-label="Holidays and special hours"
      value={null}
      defaultFocusedValue={parseDate(today)}
      onChange={(date) => onPick(date.toString())}
    >
      <Calendar.Header>
        <Calendar.NavButton slot="previous" />
        <Calendar.Heading />
        <Calendar.NavButton slot="next" />
      </Calendar.Header>
      <Calendar.Grid>
        <Calendar.GridHeader>{(day) => <Calendar.HeaderCell>{day}</Calendar.HeaderCell>}</Calendar.GridHeader>
        <Calendar.GridBody>
          {(date) => {
            const exception = on(date.toString());
            const kind = exception && (exception.windows.length > 0 ? "special" : "closed");
            const looks = {
              closed:
                "bg-danger-soft text-danger-soft-foreground font-semibold ring-1 ring-inset ring-danger",
              special:
                "bg-warning-soft text-warning-soft-foreground font-semibold ring-1 ring-inset ring-warning",
            };
            return <Calendar.Cell date={date} className={kind ? looks[kind] : ""} />;
          }}
        </Calendar.GridBody>
      </Calendar.Grid>
    </Calendar>
  );
}
