import { createHash, timingSafeEqual } from "node:crypto";

/**
 * Whether a request comes from whoever may start the app's regular work: it bears CRON_SECRET, as Vercel's crons do. The
 * time that comparing takes tells nothing of it.
 */
export function isCron(request: Request, secret: string | undefined): boolean {
  const given = request.headers.get("authorization");
  if (secret === undefined || given === null) return false;
  return timingSafeEqual(digestOf(given), digestOf(`Bearer ${secret}`));
}

const digestOf = (text: string): Buffer => createHash("sha256").update(text).digest();
