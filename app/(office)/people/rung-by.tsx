import { Card } from "@heroui/react/card";
import type { Route } from "next";
import { NearLink } from "@/app/_components/near-link";
import type { PersonUses } from "@/db/queries/people/find-person-uses";
import { whatItDoesInWords } from "./what-it-does-in-words";

/** Which actions ring somebody, or tell them of messages. */
export function RungBy({ actions }: Pick<PersonUses, "actions">) {
  return (
    <Card className="mt-6 max-w-2xl gap-3 p-4 sm:p-6">
      <h2 className="text-base font-medium">In actions</h2>
      {actions.length === 0 ? (
        <p className="text-sm text-muted">No action rings them yet: choose them in one of the actions.</p>
      ) : (
        <ul className="list-disc ps-5 text-sm">
          {actions.map(({ id, name, ...use }) => (
            <li key={id}>
              <NearLink href={`/actions/${id}` as Route} className="underline wrap-anywhere">
                {name}
              </NearLink>{" "}
              <span className="text-muted">{whatItDoesInWords(use)}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
