import { NearLink } from "@/app/_components/near-link";
import { brokenActionOf } from "./broken-action-field";

/** The actions that a change would break, each with the reason and the way there. */
export function BrokenActions({ fieldErrors }: { fieldErrors: Readonly<Record<string, string>> }) {
  const broken = Object.entries(fieldErrors).flatMap(([field, reason]) => {
    const id = brokenActionOf(field);
    return id === null ? [] : [{ id, reason }];
  });
  if (broken.length === 0) return null;
  return (
    <ul aria-label="Actions that would no longer work" className="list-disc ps-6 text-sm">
      {broken.map(({ id, reason }) => (
        <li key={id} className="wrap-anywhere">
          <NearLink href={`/actions/${id}`} className="underline">
            {reason}
          </NearLink>
        </li>
      ))}
    </ul>
  );
}
