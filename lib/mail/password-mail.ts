import type { Mail } from "./send-mail";

/** To somebody who has forgotten their password, or so whoever asked says. */
export const passwordMail = ({ to, firmName, url }: { to: string; firmName: string; url: string }): Mail => ({
  to,
  subject: `A new password for Switchboard at ${firmName}`,
  text: `Somebody, probably you, asked for a new password for Switchboard at ${firmName}.

To choose one, follow this link. It works once, for one hour:

${url}

If it was not you, there is nothing to do: your password stays as it is.
`,
});
