import type { Route } from "next";
import { ButtonLink } from "./button-link";

interface PageLink<Path extends string> {
  href: Route<Path>;
  label: string;
}

/** The way through a list of more than one page: on, and back to its beginning. */
export function Pager<First extends string, Previous extends string, Next extends string>({
  first,
  previous = null,
  next,
}: {
  first: PageLink<First> | null;
  /** One page back, where the list can be walked both ways. */
  previous?: PageLink<Previous> | null;
  next: PageLink<Next> | null;
}) {
  if (!first && !previous && !next) return null;
  return (
    <nav aria-label="Pages of this list" className="mt-6 flex flex-wrap justify-center gap-3">
      {first && <ButtonLink href={first.href}>{first.label}</ButtonLink>}
      {previous && <ButtonLink href={previous.href}>{previous.label}</ButtonLink>}
      {next && <ButtonLink href={next.href}>{next.label}</ButtonLink>}
    </nav>
  );
}
