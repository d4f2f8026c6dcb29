import type { Route } from "next";
import type { Use } from "@/app/_components/delete-form";
import { UseList } from "@/app/_components/use-list";

type GreetingUse = { id: string; name: string };

export const greetingUse = ({ id, name }: GreetingUse): Use => ({
  label: `The action “${name}” plays it`,
  href: `/actions/${id}` as Route,
});

/** Which actions play a greeting. */
export function GreetingUses({ uses }: { uses: readonly GreetingUse[] }) {
  return (
    <UseList uses={uses.map(greetingUse)}>
      Nowhere yet. Choose it in an action that plays a recording, such as a menu or a voicemail.
    </UseList>
  );
}
