import type { Metadata } from "next";
import { Temporal } from "temporal-polyfill";
import { DeadLink } from "@/app/_entrance/dead-link";
import { Entrance } from "@/app/_entrance/entrance";
import { findPasswordLink } from "@/db/queries/staff/password-links";
import { hashLinkToken } from "@/lib/auth/link-token";
import { pageDatabase } from "@/lib/auth/page-database";
import { ChoosePasswordForm } from "./choose-password-form";

export const metadata: Metadata = { title: "A new password" };

export default async function NewPasswordPage({ params }: PageProps<"/reset-password/[token]">) {
  const { token } = await params;
  const link = await findPasswordLink(pageDatabase(), {
    tokenHash: hashLinkToken(token),
    at: Temporal.Now.instant(),
  });
  if (!link) {
    return (
      <DeadLink way={{ href: "/reset-password", label: "Get another link" }}>
        It works once, for an hour, until a password has been set.
      </DeadLink>
    );
  }
  return (
    <Entrance title="Choose a new password" intro={`For ${link.email}. You are signed out everywhere else.`}>
      <ChoosePasswordForm token={token} email={link.email} />
    </Entrance>
  );
}
