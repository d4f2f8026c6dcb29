import { headers } from "next/headers";
import { publicOrigin } from "@/app/api/voice/_line/origin";
import { settings } from "@/lib/env";

/**
 * The whole address of a page of ours, for a link that is sent or copied. Where e-mails are sent it is never what the
 * request claims: PUBLIC_BASE_URL goes with SMTP_URL.
 */
export async function linkTo(path: string): Promise<string> {
  const request = new Request("http://localhost", { headers: await headers() });
  return publicOrigin(request, settings()) + path;
}
