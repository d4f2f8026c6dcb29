import { Card } from "@heroui/react/card";
import { NearLink } from "@/app/_components/near-link";
import type { TemplateUses } from "@/db/queries/templates/list-template-uses";

/** The actions that are made of a template. */
export function Uses({ uses: { actions, total } }: { uses: TemplateUses }) {
  const more = total - actions.length;
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
          {more > 0 && <li className="text-muted">and {more} more</li>}
        </ul>
      )}
    </Card>
  );
}
