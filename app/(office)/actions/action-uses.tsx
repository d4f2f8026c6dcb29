import type { Route } from "next";
import Link from "next/link";
import type { Use } from "@/app/_components/delete-form";
import type { ActionUse } from "@/db/queries/actions/list-action-uses";

const whenInWords = { open: "while open", closed: "while closed", both: "while open and while closed" };

/** One use of an action, with the way there. */
export function useInWords(use: ActionUse): Use {
  if (use.by === "action") {
    return { label: `The action “${use.name}” leads to it`, href: `/actions/${use.id}` as Route };
  }
  if (use.by === "knownCaller") {
    return {
      label: `The known caller ${use.name} goes straight to it`,
      href: `/known-callers/${use.id}` as Route,
    };
  }
  const active = use.isActive ? "" : ", which is not active";
  return {
    label: `The configuration “${use.name}”${active}: ${whenInWords[use.when]}`,
    href: `/configurations/${use.id}` as Route,
  };
}

/** Where an action is used, and that it is not. */
export function ActionUses({ uses }: { uses: readonly ActionUse[] }) {
  return (
    <section aria-labelledby="uses" className="flex flex-col gap-2">
      <h2 id="uses" className="text-base font-semibold">
        Where it is used
      </h2>
      {uses.length === 0 ? (
        <p className="text-sm text-muted">
          Nowhere yet. Choose it in a configuration, or as what follows another action.
        </p>
      ) : (
        <ul className="list-disc ps-5 text-sm">
          {uses.map(useInWords).map(({ label, href }) => (
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
