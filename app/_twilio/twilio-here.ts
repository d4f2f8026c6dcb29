import { settings } from "@/lib/env";
import { connectToTwilio, type TwilioConnection } from "@/lib/twilio/rest/connection";
import { originHere } from "./origin-here";

let connection: TwilioConnection | undefined;

/** The connection to Twilio, and the address of this app that numbers are pointed at, for a mutation or a page. */
export async function twilioHere(): Promise<{ twilio: TwilioConnection; origin: string }> {
  connection ??= connectToTwilio(settings());
  return { twilio: connection, origin: await originHere() };
}
