import { headers } from "next/headers";
import { publicOrigin } from "@/app/api/voice/_line/origin";
import { settings } from "@/lib/env";

/** The public origin of this app at this request: what its answers to Twilio, and the links that it sends, begin with. */
export async function originHere(): Promise<string> {
  const given = await headers();
  const request = new Request(`http://${given.get("host") ?? "localhost"}`, { headers: new Headers(given) });
  return publicOrigin(request, settings());
}
