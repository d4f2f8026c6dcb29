import { Card } from "@heroui/react/card";
import { AndMore, type More } from "@/app/_components/and-more";
import { NearLink } from "@/app/_components/near-link";
import type { ConfigurationOfNumber } from "@/db/queries/configurations/list-configurations-of-number";
import { StateChip } from "./state-chip";
import { SwitchForm } from "./switch-form";

/** What else is prepared for a number, each a click away. */
export function OthersOfNumber({
  others,
  more,
  numberName,
  isSwap,
}: {
  others: readonly ConfigurationOfNumber[];
  more: More;
  numberName: string;
  /** Whether any of the number's configurations is active. */
  isSwap: boolean;
}) {
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="others" className="mt-8">
      <h2 id="others" className="mb-3 font-semibold">
        Others for {numberName}
      </h2>
      <Card className="p-0">
        <ul className="divide-y divide-separator">
          {others.map((configuration) => (
            <li
              key={configuration.id}
              className="flex flex-wrap items-center justify-between gap-3 px-5 py-3"
            >
              <NearLink
                href={`/configurations/${configuration.id}`}
                className="min-w-0 text-accent-soft-foreground underline wrap-anywhere"
              >
                {configuration.name}
              </NearLink>
              {configuration.isActive && <StateChip isActive />}
              <SwitchForm configuration={configuration} isSwap={isSwap} />
            </li>
          ))}
          <AndMore {...more} className="px-5 py-3 text-sm" />
        </ul>
      </Card>
    </section>
  );
}
