import { linkTo } from "@/app/_entrance/link-to";
import { settings } from "@/lib/env";
import { invitationMail } from "@/lib/mail/invitation-mail";
import { type MailOutcome, sendMail } from "@/lib/mail/send-mail";

interface Sending {
  to: string;
  token: string;
  firmName: string;
  invitedByName: string;
}

const whyNotSent: Record<Exclude<MailOutcome["kind"], "sent">, string> = {
  notConfigured: "No e-mails are sent from here.",
  readOnlyDeployment: "This is a preview, which sends no e-mails.",
  failed: "The e-mail could not be sent: the mail server did not take it.",
};

/** Sends the link of an invitation, or answers it for the owner to send: the database knows a hash of it alone. */
export async function sendInvitation({ to, token, ...about }: Sending): Promise<string> {
  const url = await linkTo(`/invite/${token}`);
  const { kind } = await sendMail(invitationMail({ to, url, ...about }), settings());
  if (kind === "sent") return `An invitation is on its way to ${to}. Its link works once, for seven days.`;
  return `${to} is invited. ${whyNotSent[kind]} Copy this link now and send it yourself; it works once, for seven days. ${url}`;
}
