import type { Mail } from "./send-mail";

/** To somebody who has been invited to the team. */
export const invitationMail = ({
  to,
  firmName,
  invitedByName,
  url,
}: {
  to: string;
  firmName: string;
  invitedByName: string;
  url: string;
}): Mail => ({
  to,
  subject: `${invitedByName} invites you to Switchboard at ${firmName}`,
  text: `${invitedByName} invites you to look after the phones of ${firmName} with Switchboard.

To join, follow this link. It works once, for seven days:

${url}

If you do not know what this is about, there is nothing to do.
`,
});
