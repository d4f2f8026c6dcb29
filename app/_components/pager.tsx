import type { Route } from "next";
import { ButtonLink } from "./button-link";

interface PageLink<Path extends string> {
  href: Route<Path>;
  label: string;
}

/** The way through a list of more than one page: on, and back to its beginning. */
export function Pager<First extends string, Next extends string>({
  first,
  next,
}: {
  first: PageLink<First> | null;
  next: PageLink<Next> | null;
}) {
  if (!first && !next) return null;
  return (
    <nav aria-label="Pages of this list" className="mt-6 flex flex-wrap justify-center gap-3">
      {first && <ButtonLink href={first.href}>{first.label}</ButtonLink>}
      {next && <ButtonLink href={next.href}>{next.label}</ButtonLink>}
    </nav>
  );
}
