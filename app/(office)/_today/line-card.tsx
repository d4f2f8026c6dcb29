import { Card } from "@heroui/react/card";
import { Chip } from "@heroui/react/chip";
import type { ReactNode } from "react";
import type { Temporal } from "temporal-polyfill";
import { NearLink } from "@/app/_components/near-link";
import { instantInWords } from "@/app/_format/instant-in-words";
import { listInWords } from "@/app/_format/list-in-words";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import type { ListedLine } from "@/db/queries/lines/list-lines";
import { zoneName } from "@/lib/schedule/zone-name";
import { OverrideControls } from "../_override/override-controls";
import { overrideNow } from "../_override/override-now";
import type { LineNow, RungParty } from "./describe-line";

const chips = {
  open: { color: "success", label: "Open" },
  closed: { color: "default", label: "Closed" },
  off: { color: "warning", label: "Not set up" },
  atPreview: { color: "accent", label: "At a preview" },
} as const;

const quietLink = "underline decoration-separator underline-offset-4 hover:decoration-current";

/** One work number, and what would happen to a call to it this minute. */
export function LineCard({
  listed: { line, phoneNumberId, schedule, configuration, preview },
  now,
  at,
  timeZone,
  country,
  locale,
}: {
  listed: ListedLine;
  now: LineNow;
  at: Temporal.Instant;
  /** The firm's. */
  timeZone: string;
  country: string;
  locale: string;
}) {
  const chip = chips[preview ? "atPreview" : now.state];
  const format = (number: string) => formatPhoneNumber(number, country);
  return (
    <Card className="h-full gap-4 p-5">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="text-base font-semibold leading-6 wrap-anywhere">
            <NearLink href={`/phone-numbers/${phoneNumberId}`} className={quietLink}>
              {line.name}
            </NearLink>
          </h2>
          <p className="text-sm whitespace-nowrap text-muted">{format(line.number)}</p>
        </div>
        <Chip color={chip.color} variant="soft">
          {chip.label}
        </Chip>
      </div>
      {preview && (
        <p className="text-sm wrap-anywhere">
          Since {instantInWords(preview.since, { now: at, timeZone, locale })} its calls go to a preview,{" "}
          {preview.origin.replace("https://", "")}. This is what they would get here,{" "}
          <NearLink href={`/phone-numbers/${phoneNumberId}`} className="underline">
            once it is taken back
          </NearLink>
          :
        </p>
      )}
      {now.state === "off" ? (
        <p className="text-sm">
          {now.reason}: callers are turned away.{" "}
          <NearLink href={`/configurations?${new URLSearchParams({ q: line.name })}`} className="underline">
            See its configurations
          </NearLink>
        </p>
      ) : (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-sm">
          <Fact term="A call now">
            <NearLink href={`/actions/${now.action.id}`} className={`${quietLink} font-semibold`}>
              {now.action.name}
            </NearLink>
          </Fact>
          {now.rings && <Fact term="Rings">{ringsInWords(now.rings, format, locale)}</Fact>}
          {now.thenActionNames.length > 0 && (
            <Fact term="Then">{listInWords(now.thenActionNames, locale)}</Fact>
          )}
          {now.othersActionName !== null && (
            <Fact term="Others">
              Only known callers are put through; anybody else: {now.othersActionName}
            </Fact>
          )}
          <Fact term="Why">{now.reason}</Fact>
          <Fact term="Time there">
            {now.timeThere} <span className="text-muted">in {zoneName(now.timeZone)}</span>
          </Fact>
          <Fact term="Configuration">
            <NearLink href={`/configurations/${now.configuration.id}`} className={quietLink}>
              {now.configuration.name}
            </NearLink>
          </Fact>
        </dl>
      )}
      {schedule && configuration && (
        <div className="mt-auto border-t border-separator pt-4">
          <OverrideControls schedule={schedule} now={overrideNow(configuration.schedule, at, locale)} />
        </div>
      )}
    </Card>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}

function ringsInWords(
  rings: readonly RungParty[],
  format: (number: string) => string,
  locale: string,
): string {
  if (rings.length === 0) return "Nobody: all of them are away or off duty";
  const words = rings.map(({ name, numbers }) => {
    if (name === null) return numbers.map(format).join(", ");
    return numbers.length > 1 ? `${name} (${numbers.length} phones)` : name;
  });
  return listInWords(words, locale);
}
