"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMilliseconds = 60_000;

/** Keeps a page that is left open true to the minute, as long as somebody can see it. */
export function RefreshEachMinute() {
  const router = useRouter();
  useEffect(() => {
    let refreshedAt = Date.now();
    const refresh = async () => {
      if (document.visibilityState !== "visible" || Date.now() - refreshedAt < everyMilliseconds - 1000)
        return;
      refreshedAt = Date.now();
      // Next.js answers a refresh that fails by loading the page anew: of one that cannot be loaded, nothing would be left.
      const isThere = await fetch("/icons/icon.svg", { method: "HEAD", cache: "no-store" }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isThere) router.refresh();
    };
    const timer = setInterval(refresh, everyMilliseconds);
    document.addEventListener("visibilitychange", refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
    };
  }, [router]);
  return null;
}
