import { headers } from "next/headers";
import { publicOrigin } from "@/app/api/voice/_line/origin";
import { settings } from "@/lib/env";
import { connectToTwilio, type TwilioConnection } from "@/lib/twilio/rest/connection";

let connection: TwilioConnection | undefined;

/** The connection to Twilio, and the address of this app that numbers are pointed at, for a mutation or a page. */
export async function twilioHere(): Promise<{ twilio: TwilioConnection; origin: string }> {
  connection ??= connectToTwilio(settings());
  const given = await headers();
  const request = new Request(`http://${given.get("host") ?? "localhost"}`, { headers: new Headers(given) });
  return { twilio: connection, origin: publicOrigin(request, settings()) };
}
