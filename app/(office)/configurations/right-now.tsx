import { Card } from "@heroui/react/card";
import type { Route } from "next";
import type { Temporal } from "temporal-polyfill";
import { NearLink } from "@/app/_components/near-link";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { timeWriter } from "@/app/_format/wall-time";
import { originHere } from "@/app/_twilio/origin-here";
import { decideCall } from "@/lib/call/decide";
import { exampleMoment } from "@/lib/call/example-moment";
import { previewCall } from "@/lib/call/preview-call";
import type { LineSetup } from "@/lib/call/setup";

/** What somebody who calls this minute gets, by the functions that answer a call. */
export async function RightNow({
  setup,
  isActive,
  at,
  country,
  locale,
}: {
  setup: LineSetup;
  isActive: boolean;
  at: Temporal.Instant;
  country: string;
  locale: string;
}) {
  const origin = await originHere();
  // Whoever is put through: those who are not are told of below.
  const decision = decideCall(setup, null, at, timeWriter(locale));
  const { line, firm } = setup;
  if (decision.kind === "reject" || !line) return null;
  const { action, configuration, reason } = decision;
  const moment = {
    ...exampleMoment({ at, origin, firm }),
    line,
    configurationId: configuration.id,
    reasonCode: reason.code,
  };
  const { sentences, faults } = previewCall(action, [], moment, (number) =>
    formatPhoneNumber(number, country),
  );
  return (
    <Card className="mb-6 gap-2 p-5">
      <h2 className="font-semibold">
        {isActive ? "A call right now" : "A call right now, if it were active"}
      </h2>
      <p>
        “{action.name}”. {reason.words}.
      </p>
      <p className="text-sm text-muted">{[...sentences, ...faults].join(" ")}</p>
      {configuration.takesKnownCallersOnly && (
        <p className="text-sm">
          That is for known callers. Anybody else gets “{configuration.closedAction.name}”, at any hour.
        </p>
      )}
      {isActive && (
        <p className="text-sm">
          <NearLink
            href={`/try?${new URLSearchParams({ number: line.number })}` as Route}
            className="text-accent-soft-foreground underline"
          >
            Try a call at another time
          </NearLink>
        </p>
      )}
    </Card>
  );
}
