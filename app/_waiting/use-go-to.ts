import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useWaiting } from "./use-waiting";

/** Goes to a page where there is no link to follow, and shows that it is waited for. */
export function useGoTo(): (href: Route) => void {
  const router = useRouter();
  const [isGoing, startGoing] = useTransition();
  useWaiting(isGoing);
  return (href) => startGoing(() => router.push(href));
}
