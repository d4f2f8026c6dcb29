import { Card } from "@heroui/react/card";
import { AndMore } from "@/app/_components/and-more";
import { NearLink } from "@/app/_components/near-link";
import { searchHref } from "@/app/_lists/list-href";
import type { TemplateUses } from "@/db/queries/templates/list-template-uses";

/** The actions that are made of a template. */
export function Uses({ name: templateName, uses: { actions, total } }: { name: string; uses: TemplateUses }) {
  return (
    <Card className="gap-3 p-4 sm:p-6">
      <h2 className="text-base font-semibold">Where it is used</h2>
      {total === 0 ? (
        <p className="text-sm text-muted">No action is made of it.</p>
      ) : (
        <ul className="flex max-h-80 flex-col gap-2 overflow-y-auto text-sm">
          {actions.map(({ id, name }) => (
            <li key={id}>
              <NearLink
                href={`/actions/${id}`}
                className="text-accent-soft-foreground underline wrap-anywhere"
              >
                {name}
              </NearLink>
            </li>
          ))}
          <AndMore count={total - actions.length} href={searchHref("/actions", templateName)} />
        </ul>
      )}
    </Card>
  );
}
