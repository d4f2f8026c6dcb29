import type { ReactNode } from "react";
import { NearLink } from "@/app/_components/near-link";
import type { Use } from "./delete-form";

/** What uses a thing, each with the way there; or, in `children`, that nothing does. */
export function UseList({ uses, children }: { uses: readonly Use[]; children: ReactNode }) {
  return (
    <section aria-labelledby="uses" className="flex flex-col gap-2">
      <h2 id="uses" className="text-base font-semibold">
        Where it is used
      </h2>
      {uses.length === 0 ? (
        <p className="text-sm text-muted">{children}</p>
      ) : (
        <ul className="list-disc ps-5 text-sm">
          {uses.map(({ label, href }) => (
            <li key={href}>
              <NearLink href={href} className="underline wrap-anywhere">
                {label}
              </NearLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
