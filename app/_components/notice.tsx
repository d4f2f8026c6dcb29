import type { ReactNode } from "react";
import { Mark } from "./mark";

/** A page that has one thing to say, and a way on. */
export function Notice({ title, children, way }: { title: string; children: ReactNode; way: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-[70dvh] max-w-md flex-col items-center justify-center gap-4 px-6 py-12 text-center">
      <Mark className="size-12" />
      <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
      <div className="text-muted">{children}</div>
      {way}
    </div>
  );
}
