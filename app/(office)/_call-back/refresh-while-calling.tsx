"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMilliseconds = 2000;

/** Keeps the page true to a call that is going on. */
export function RefreshWhileCalling() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      // Next.js answers a refresh that fails by loading the page anew, and offline there would be nothing to load.
      if (document.visibilityState === "visible" && navigator.onLine) router.refresh();
    }, everyMilliseconds);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
