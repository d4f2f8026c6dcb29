import type { Route } from "next";
import Link from "next/link";
import type { Use } from "@/app/_components/delete-form";

type GreetingUse = { id: string; name: string };

export const greetingUse = ({ id, name }: GreetingUse): Use => ({
  label: `The action “${name}” plays it`,
  href: `/actions/${id}` as Route,
});

/** Which actions play a greeting. */
export function GreetingUses({ uses }: { uses: readonly GreetingUse[] }) {
  return (
    <section aria-labelledby="uses" className="flex flex-col gap-2">
      <h2 id="uses" className="text-base font-semibold">
        Where it is used
      </h2>
      {uses.length === 0 ? (
        <p className="text-sm text-muted">
          Nowhere yet. Choose it in an action that plays a recording, such as a menu or a voicemail.
        </p>
      ) : (
        <ul className="list-disc ps-5 text-sm">
          {uses.map(greetingUse).map(({ label, href }) => (
            <li key={href}>
              <Link href={href} className="underline wrap-anywhere">
                {label}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
