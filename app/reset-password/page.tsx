import type { Metadata } from "next";
import { NearLink } from "@/app/_components/near-link";
import { settings } from "@/lib/env";
import { type MailWay, mailWay } from "@/lib/mail/mail-way";
import { Entrance } from "../_entrance/entrance";
import { AskForLinkForm } from "./ask-for-link-form";

export const metadata: Metadata = { title: "Forgotten password" };

const withoutMail: Record<Exclude<MailWay, "smtp">, string> = {
  notConfigured: "No e-mails are sent from here.",
  readOnlyDeployment: "This is a preview, which sends no e-mails.",
};

export default function ForgottenPasswordPage() {
  const way = mailWay(settings());
  return (
    <Entrance
      title="Forgot your password?"
      footer={
        <NearLink href="/sign-in" className="underline">
          Back to signing in
        </NearLink>
      }
    >
      {way === "smtp" ? (
        <AskForLinkForm />
      ) : (
        <p>
          {withoutMail[way]} Ask an owner of your office: under Team they can make a link for you, with which
          you choose a new password.
        </p>
      )}
    </Entrance>
  );
}
