import { Card } from "@heroui/react/card";
import { EmptyState } from "@heroui/react/empty-state";
import type { ReactNode } from "react";

/** What a list says when there is nothing in it yet, and what to do about it. */
export function EmptyNotice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <EmptyState className="flex flex-col items-center gap-2 px-4 py-12 text-center">
        <h2 className="text-base font-medium text-foreground">{title}</h2>
        <div className="max-w-prose">{children}</div>
      </EmptyState>
    </Card>
  );
}
