"use client";

import Link, { useLinkStatus } from "next/link";
import { type ComponentProps, useState } from "react";
import { useWaiting } from "../_waiting/use-waiting";

/**
 * A link whose page is fetched beforehand only once somebody comes near it. Next.js would fetch the pages of all links in
 * sight, and each asks the database who is signed in: a navigation and a list of fifty would ask sixty times, and the
 * headings that a list is sorted by ask again with each letter of a search.
 */
export function NearLink<Path extends string>({ children, ...props }: ComponentProps<typeof Link<Path>>) {
  const [isNear, setNear] = useState(false);
  const come = () => setNear(true);
  return (
    <Link {...props} prefetch={isNear ? null : false} onPointerEnter={come} onFocus={come}>
      {children}
      <Waiting />
    </Link>
  );
}

/** Shows that the link's page is waited for. */
function Waiting() {
  useWaiting(useLinkStatus().pending);
  return null;
}
