import { Card } from "@heroui/react/card";
import type { Route } from "next";
import { ButtonLink } from "@/app/_components/button-link";
import { formatNumber } from "@/app/_format/format-number";

interface Counts {
  phoneNumbers: number;
  schedules: number;
  actions: number;
}

const steps = [
  {
    count: "phoneNumbers",
    title: "A phone number",
    text: "Fetch the numbers of your account from Twilio, or buy one.",
    href: "/phone-numbers",
    label: "Go to phone numbers",
  },
  {
    count: "schedules",
    title: "A schedule",
    text: "When the office is open: the week, holidays and special hours.",
    href: "/schedules/new",
    label: "Make a schedule",
  },
  {
    count: "actions",
    title: "An action",
    text: "What happens on a call: ring people, take a message, say something.",
    href: "/actions/new",
    label: "Make an action",
  },
] as const;

/** Whether there is a number, a schedule and an action to put together. */
export const isSomethingMissing = (counts: Counts): boolean => steps.some(({ count }) => counts[count] === 0);

/** What to make before a configuration, each with the way there. */
export function MissingFirst({ counts, locale }: { counts: Counts; locale: string }) {
  return (
    <Card className="gap-4 p-5 sm:p-6">
      <p>A configuration puts three things together. Make what is still missing, then come back here:</p>
      <ol className="flex flex-col divide-y divide-separator">
        {steps.map(({ count, title, text, href, label }) => (
          <li key={count} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <div>
              <h2 className="font-medium">{title}</h2>
              <p className="text-sm text-muted">{text}</p>
            </div>
            {counts[count] > 0 ? (
              <span className="text-sm text-muted">
                {counts[count] === 1
                  ? "There is one already"
                  : `There are ${formatNumber(counts[count], locale)} already`}
              </span>
            ) : (
              <ButtonLink href={href as Route}>{label}</ButtonLink>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
