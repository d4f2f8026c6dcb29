import { Card } from "@heroui/react/card";
import type { ReactNode } from "react";
import { Mark } from "../_components/mark";

/** A page for somebody who is not signed in: our mark, what it is for, one form, and where else to turn. */
export function Entrance({
  title,
  intro,
  children,
  footer,
}: {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-6 px-4 py-10">
      <div className="flex flex-col items-center gap-3 text-center">
        <Mark className="size-14" />
        <h1 className="text-2xl font-semibold tracking-tight wrap-anywhere">{title}</h1>
        {intro && <div className="max-w-prose text-sm text-muted wrap-anywhere">{intro}</div>}
      </div>
      <Card className="gap-5 p-6">{children}</Card>
      {footer && <div className="text-center text-sm text-muted">{footer}</div>}
    </main>
  );
}
