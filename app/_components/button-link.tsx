import { type ButtonVariants, buttonVariants } from "@heroui/styles";
import type { Route } from "next";
import type { ReactNode } from "react";
import { NearLink } from "@/app/_components/near-link";

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
    <NearLink href={href} className={buttonVariants({ variant })} {...(discards && { "data-discards": "" })}>
      {children}
    </NearLink>
  );
}
