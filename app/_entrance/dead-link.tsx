import type { Route } from "next";
import type { ReactNode } from "react";
import { ButtonLink } from "../_components/button-link";
import { Notice } from "../_components/notice";

/** What a link from an e-mail says when it has been used, has expired, or has been taken back. */
export function DeadLink({ children, way }: { children: ReactNode; way: { href: Route; label: string } }) {
  return (
    <main>
      <Notice
        title="This link does not work any longer"
        way={<ButtonLink href={way.href}>{way.label}</ButtonLink>}
      >
        {children}
      </Notice>
    </main>
  );
}
