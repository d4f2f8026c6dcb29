import { originHere } from "@/app/_twilio/origin-here";

/**
 * The whole address of a page of ours, for a link that is sent or copied. Where e-mails are sent it is never what the
 * request claims: PUBLIC_BASE_URL goes with SMTP_URL.
 */
export const linkTo = async (path: string): Promise<string> => (await originHere()) + path;
