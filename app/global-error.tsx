"use client";

import { FaultNotice } from "./_components/fault-notice";
import { ThemeStart } from "./_theme/theme-start";
import "./globals.css";

/** Stands in for the root layout when that is what failed. */
export default function GlobalError(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body className="min-h-dvh bg-background text-foreground antialiased">
        <title>Switchboard</title>
        <ThemeStart />
        <main>
          <FaultNotice {...props} />
        </main>
      </body>
    </html>
  );
}
