"use client";

import type { Route } from "next";
import { useLocale } from "react-aria-components/I18nProvider";
import { formatNumber } from "../_format/format-number";
import { NearLink } from "./near-link";

export interface More<Path extends string = string> {
  /** How many more there are than those that are named; none for nothing to say. */
  count: number;
  /** Where all of them are to be found. */
  href: Route<Path>;
}

/** The end of a list that names the first of many: how many more there are, and the way to them all. */
export function AndMore<Path extends string>({
  count,
  href,
  className,
}: More<Path> & { className?: string }) {
  const { locale } = useLocale();
  if (count <= 0) return null;
  return (
    <li className={className}>
      <NearLink href={href} className="underline">
        and {formatNumber(count, locale)} more
      </NearLink>
    </li>
  );
}
