import { Card } from "@heroui/react/card";
import { NearLink } from "@/app/_components/near-link";
import type { AttentionLine } from "./attention-in-words";

/** What somebody should look at, each with the way there. */
export function AttentionList({ lines }: { lines: readonly AttentionLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="attention" className="mb-6">
      <Card className="gap-2 border-s-4 border-warning p-5">
        <h2 id="attention" className="text-base font-semibold">
          Needs a look
        </h2>
        <ul className="flex flex-col gap-1.5 text-sm">
          {lines.map(({ words, href }) => (
            <li key={words}>
              <NearLink href={href} className="underline decoration-muted underline-offset-2 wrap-anywhere">
                {words}
              </NearLink>
            </li>
          ))}
        </ul>
      </Card>
    </section>
  );
}
