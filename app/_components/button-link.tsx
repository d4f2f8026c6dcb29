import { type ButtonVariants, buttonVariants } from "@heroui/styles";
import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";

/** A link that looks like HeroUI's button, and leads to another page without loading the whole app again. */
export function ButtonLink<Path extends string>({
  href,
  variant = "secondary",
  discards = false,
  children,
}: {
  href: Route<Path>;
  variant?: NonNullable<ButtonVariants["variant"]>;
  /** Whether following it means that what has been typed is not wanted. */
  discards?: boolean;
  children: ReactNode;
}) {
  return (
    <Link href={href} className={buttonVariants({ variant })} {...(discards && { "data-discards": "" })}>
      {children}
    </Link>
  );
}
