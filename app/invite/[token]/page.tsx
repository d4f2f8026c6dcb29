import type { Metadata } from "next";
import { Temporal } from "temporal-polyfill";
import { DeadLink } from "@/app/_entrance/dead-link";
import { Entrance } from "@/app/_entrance/entrance";
import { ProviderButtons } from "@/app/_entrance/provider-buttons";
import { findInvitationByLink } from "@/db/queries/invitations/find-invitation";
import { hashLinkToken } from "@/lib/auth/link-token";
import { pageDatabase } from "@/lib/auth/page-database";
import { configuredProviders } from "@/lib/auth/provider-list";
import { settings } from "@/lib/env";
import { AcceptForm } from "./accept-form";

export const metadata: Metadata = { title: "Your invitation" };

export default async function InvitePage({ params }: PageProps<"/invite/[token]">) {
  const { token } = await params;
  const invitation = await findInvitationByLink(pageDatabase(), {
    tokenHash: hashLinkToken(token),
    at: Temporal.Now.instant(),
  });
  if (!invitation) {
    return (
      <DeadLink way={{ href: "/sign-in", label: "Sign in" }}>
        An invitation works once, for seven days, until a newer one is sent. If you have not accepted it yet,
        ask an owner of your office to send it again.
      </DeadLink>
    );
  }
  const { email, firmName, invitedByName } = invitation;
  return (
    <Entrance
      title={`Join ${firmName}`}
      intro={`${invitedByName ?? "Somebody"} invited ${email} to look after the phones.`}
    >
      <ProviderButtons providers={configuredProviders(settings())} verb="Join" callbackUrl="/" />
      <AcceptForm token={token} email={email} />
    </Entrance>
  );
}
