import { recordDelivery } from "@/db/queries/notices/record-delivery";
import { pageDatabase } from "@/lib/auth/page-database";
import { logFault } from "@/lib/log";
import { deliveryFrom, readTextStatusPath } from "@/lib/text-message/delivery";
import { receive } from "../../_line/receive";

/** Nobody waits for it. Twilio tells of a text long after the call, and of each step on its way. */
export const runtime = "nodejs";

/**
 * How a text of ours is doing on its way: a notice of a message, or a text to a caller who reached nobody. Told in any order
 * and any number of times; a failure is told to Twilio, which logs it.
 */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/voice/text-status/[...text]">,
): Promise<Response> {
  const received = await receive(request);
  if (received instanceof Response) return received;
  const text = readTextStatusPath((await params).text);
  const delivery = deliveryFrom(received.parameters);
  if (!text || !delivery) return new Response(null, { status: 204 });
  try {
    await recordDelivery(pageDatabase(), text, { ...delivery, to: received.called });
    return new Response(null, { status: 204 });
  } catch (error) {
    logFault("text.statusFailed", error, { ...text });
    return new Response("What became of the text could not be recorded.\n", { status: 503 });
  }
}
