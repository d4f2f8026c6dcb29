import { Card } from "@heroui/react/card";
import type { Route } from "next";
import Link from "next/link";
import type { Temporal } from "temporal-polyfill";
import type { ToldStep } from "@/db/queries/calls/find-call";

/** What happened on a call, from its first ring to its end. */
export function Story({
  steps,
  inWords,
}: {
  steps: readonly ToldStep[];
  inWords: (instant: Temporal.Instant) => string;
}) {
  return (
    <Card className="h-fit p-5">
      <h2 className="mb-4 text-base font-semibold">What happened</h2>
      {steps.length === 0 ? (
        <p className="text-sm text-muted">Only the end of this call was told to us.</p>
      ) : (
        <ol className="relative flex flex-col gap-5 border-s border-separator ps-5">
          {steps.map((step, index) => (
            <li key={step.id} className="relative">
              <span
                aria-hidden="true"
                className="absolute top-1.5 -left-[1.6rem] size-2.5 rounded-full bg-accent"
              />
              <p className="text-sm wrap-anywhere">{step.words}</p>
              <p className="flex flex-wrap gap-x-3 text-xs text-muted">
                <time dateTime={step.at.toString()}>
                  {index === 0 ? inWords(step.at) : later(step.at, steps[0]?.at)}
                </time>
                {step.actionName && (
                  <span className="wrap-anywhere">
                    {step.actionId ? (
                      <Link href={`/actions/${step.actionId}` as Route} className="underline">
                        {step.actionName}
                      </Link>
                    ) : (
                      `${step.actionName} (deleted)`
                    )}
                  </span>
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

/** How long after the call came in. */
function later(at: Temporal.Instant, start: Temporal.Instant | undefined): string {
  const seconds = start ? Math.round((at.epochMilliseconds - start.epochMilliseconds) / 1000) : 0;
  return `${seconds} s later`;
}
