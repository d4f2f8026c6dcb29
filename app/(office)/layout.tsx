import type { ReactNode } from "react";
import { Said } from "@/app/_components/said";
import { requireStaff } from "@/lib/auth/require-staff";
import { SideBar } from "./_shell/side-bar";
import { TopBar } from "./_shell/top-bar";

/** The shell of every page for people who are signed in. Each page checks for itself: a layout is not asked every time. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const { staff } = await requireStaff();
  return (
    <div className="lg:flex">
      <a
        href="#content"
        className="fixed start-3 top-3 z-20 -translate-y-20 rounded-xl bg-accent px-4 py-2 text-sm font-medium text-accent-foreground focus:translate-y-0"
      >
        Skip to the page
      </a>
      <SideBar staff={staff} />
      <TopBar staff={staff} />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full min-w-0 max-w-5xl px-4 py-6 outline-none sm:px-6 lg:py-10"
      >
        {children}
      </main>
      <Said />
    </div>
  );
}
