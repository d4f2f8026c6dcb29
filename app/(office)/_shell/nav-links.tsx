"use client";

import { usePathname } from "next/navigation";
import { NearLink } from "@/app/_components/near-link";
import type { StaffRole } from "@/lib/auth/roles";
import { destinationsFor } from "./destinations";

/** @param onLeave called when a link is followed, to close what shows it. */
export function NavLinks({ role, onLeave }: { role: StaffRole; onLeave?: () => void }) {
  const pathname = usePathname();
  const isHere = (href: string) => pathname === href || (href !== "/" && pathname.startsWith(`${href}/`));
  return (
    <div className="flex flex-col gap-4">
      {destinationsFor(role).map(({ label: group, destinations }) => (
        <div key={group} className="flex flex-col gap-1">
          {group && <p className="px-3 text-xs font-medium text-muted">{group}</p>}
          <ul className="flex flex-col gap-0.5" {...(group && { "aria-label": group })}>
            {destinations.map(({ href, label, Icon }) => (
              <li key={href}>
                <NearLink
                  href={href}
                  aria-current={isHere(href) ? "page" : undefined}
                  {...(onLeave && { onClick: onLeave })}
                  className="flex min-h-9 items-center gap-3 rounded-xl px-3 py-1.5 text-sm font-medium text-foreground outline-none hover:bg-default focus-visible:status-focused aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent-soft-foreground"
                >
                  <Icon />
                  {label}
                </NearLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
