import { bypassOf, bypassPair } from "@/lib/twilio/protection-bypass";

/**
 * Lets Twilio past Vercel's Deployment Protection for a whole call. Where the address that it was given, and has signed,
 * carries the bypass, so does each address of ours in the answer: every step, sound and callback.
 */
export function carryBypass(twiml: string, origin: string, requestUrl: string): string {
  const secret = bypassOf(requestUrl);
  if (!secret) return twiml;
  const pair = bypassPair(secret);
  return twiml
    .split(`${origin}/`)
    .map((part, index) => {
      if (index === 0) return part;
      // An address ends where its attribute or element does.
      const end = /["'<\s]|$/.exec(part)?.index ?? part.length;
      const path = part.slice(0, end);
      return `${path}${path.includes("?") ? "&amp;" : "?"}${pair}${part.slice(end)}`;
    })
    .join(`${origin}/`);
}
