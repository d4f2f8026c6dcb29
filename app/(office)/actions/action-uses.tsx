import type { Route } from "next";
import type { Use } from "@/app/_components/delete-form";
import { UseList } from "@/app/_components/use-list";
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
    <UseList uses={uses.map(useInWords)}>
      Nowhere yet. Choose it in a configuration, or as what follows another action.
    </UseList>
  );
}
