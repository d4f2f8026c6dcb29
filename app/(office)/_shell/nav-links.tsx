"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { destinations } from "./destinations";

/** @param onLeave called when a link is followed, to close what shows it. */
export function NavLinks({ onLeave }: { onLeave?: () => void }) {
  const pathname = usePathname();
  const isHere = (href: string) => (href === "/" ? pathname === "/" : pathname.startsWith(href));
  return (
    <ul className="flex flex-col gap-1">
      {destinations.map(({ href, label, Icon }) => (
        <li key={href}>
          <Link
            href={href}
            aria-current={isHere(href) ? "page" : undefined}
            {...(onLeave && { onClick: onLeave })}
            className="flex min-h-10 items-center gap-3 rounded-xl px-3 py-2 text-sm font-medium text-foreground outline-none hover:bg-default focus-visible:status-focused aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-soft-foreground"
          >
            <Icon />
            {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
