import type { Route } from "next";
import type { ReactNode } from "react";
import { NearLink } from "@/app/_components/near-link";
import { BackIcon } from "./icons";
import { WholeNumbers } from "./whole-numbers";

interface PageHeaderProps<Path extends string> {
  title: string;
  /** The list or page that this one belongs to. */
  back?: { href: Route<Path>; label: string };
  /** Buttons and links at the end of the line. */
  actions?: ReactNode;
  children?: ReactNode;
}

export function PageHeader<Path extends string>({ title, back, actions, children }: PageHeaderProps<Path>) {
  return (
    <div className="mb-6 flex flex-col gap-1">
      {back && (
        <NearLink
          href={back.href}
          className="-ms-1 flex min-h-8 w-fit items-center gap-1 rounded-lg pe-2 text-sm text-muted outline-none hover:text-foreground focus-visible:status-focused"
        >
          <BackIcon />
          {back.label}
        </NearLink>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <h1 className="min-w-0 text-2xl font-semibold tracking-tight wrap-anywhere">
          <WholeNumbers>{title}</WholeNumbers>
        </h1>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children && <div className="text-sm text-muted">{children}</div>}
    </div>
  );
}
