import { headers } from "next/headers";
import { publicOrigin } from "@/app/api/voice/_line/origin";
import { settings } from "@/lib/env";

/** The public origin of this app, which the addresses in its answers to Twilio begin with. */
export async function originHere(): Promise<string> {
  const given = await headers();
  const request = new Request(`http://${given.get("host") ?? "localhost"}`, { headers: new Headers(given) });
  return publicOrigin(request, settings());
}
