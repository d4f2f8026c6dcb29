"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { NearLink } from "@/app/_components/near-link";

const ways = [
  { href: "/schedules/new", label: "Make a new schedule" },
  { href: "/actions/new", label: "Make a new action" },
] as const;

/** The ways to what is still missing, in a tab of their own: what has been chosen here stays, and the new one can be chosen too. */
export function MakeMore() {
  const router = useRouter();
  useEffect(() => {
    const refresh = () => router.refresh();
    window.addEventListener("focus", refresh);
    return () => window.removeEventListener("focus", refresh);
  }, [router]);
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
      {ways.map(({ href, label }) => (
        <NearLink
          key={href}
          href={href as Route}
          target="_blank"
          className="text-accent-soft-foreground underline"
        >
          {label} <span className="text-muted">(opens in a new tab)</span>
        </NearLink>
      ))}
    </p>
  );
}
