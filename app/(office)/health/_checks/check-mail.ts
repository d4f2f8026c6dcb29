import { mailWay } from "@/lib/mail/mail-way";
import { verifyMailServer } from "@/lib/mail/verify-mail-server";
import type { Settings } from "@/lib/settings-schema";
import type { CheckResult } from "../check-result";

/** Whether the mail server takes our name and password. No e-mail is sent. */
export async function checkMail(settings: Settings): Promise<CheckResult> {
  const way = mailWay(settings);
  if (way === "notConfigured") {
    return {
      state: "attention",
      found: "E-mail is not set up. Owners copy the links of invitations and new passwords themselves.",
      advice: "Set SMTP_URL and MAIL_FROM to have them sent.",
    };
  }
  if (way === "readOnlyDeployment") {
    return { state: "attention", found: "This is a preview, which sends no e-mails, so none was tried." };
  }
  const why = await verifyMailServer(settings);
  if (why === null) return { state: "well", found: "The mail server let us in." };
  return {
    state: "fault",
    found: `${why} No e-mail goes out.`,
    advice:
      "Compare SMTP_URL with what your mail provider says: host, port, user and password. Most want smtps:// and port 465, or smtp:// and port 587.",
  };
}
