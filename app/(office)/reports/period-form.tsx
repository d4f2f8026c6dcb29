import { Button } from "@heroui/react/button";
import { Card } from "@heroui/react/card";
import { buttonVariants } from "@heroui/styles";
import type { Route } from "next";
import { FewOrMany, type SomeChoices } from "@/app/_components/few-or-many";
import { NearLink } from "@/app/_components/near-link";
import { TypedField } from "@/app/_components/typed-field";
import { FilterForm } from "@/app/_lists/filter-form";
import { searchCalledNumbers } from "../calls/lookups";
import { type AskedReport, periodHref, periods } from "./read-report-request";

interface PeriodFormProps {
  asked: AskedReport;
  /** Some of the work numbers. */
  numbers: SomeChoices;
}

/** Which days a report is of, and of which number. It is in the URL, so that it can be kept and sent. */
export function PeriodForm({ asked, numbers }: PeriodFormProps) {
  const { from, until, days, to } = asked;
  return (
    <Card className="mb-6 gap-4 p-5">
      <nav aria-label="Period" className="flex flex-wrap gap-2">
        {periods.map((period) => (
          <NearLink
            key={period}
            href={periodHref(period, to) as Route}
            aria-current={period === days ? "true" : undefined}
            className={buttonVariants({ variant: period === days ? "primary" : "secondary" })}
          >
            Last {period} days
          </NearLink>
        ))}
      </nav>
      <FilterForm
        action="/reports"
        shown={{ from: from.toString(), until: until.toString(), to }}
        className="grid grid-cols-2 items-end gap-4 lg:grid-cols-[1fr_1fr_1fr_auto] max-sm:[&>:nth-child(3)]:col-span-2"
      >
        <TypedField label="From" name="from" type="date" initial={from.toString()} />
        <TypedField label="To" name="until" type="date" initial={until.toString()} />
        <FewOrMany
          label="Number called"
          name="to"
          empty="All of them"
          initial={to}
          {...numbers}
          search={searchCalledNumbers}
        />
        <Button type="submit" variant="secondary">
          Show
        </Button>
      </FilterForm>
    </Card>
  );
}
