import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { textBacks, voicemailNotices } from "@/db/schema";
import type { Delivery, ToldText } from "@/lib/text-message/delivery";

/**
 * What the carrier made of a text. Of one that was sent twice, since nobody knew whether the first had gone out, either is
 * enough: what has been delivered stays so, in whatever order it is told.
 *
 * @param to the number that was texted, E.164: a message can be told of to several.
 */
export async function recordDelivery(
  db: Database,
  text: ToldText,
  { delivery, errorCode, to }: Delivery & { to: string },
): Promise<void> {
  const told = { delivery, deliveryErrorCode: errorCode };
  if (text.kind === "notice") {
    const isIt = and(
      eq(voicemailNotices.voicemailId, text.voicemailId),
      eq(voicemailNotices.channel, "text"),
      eq(voicemailNotices.address, to),
      sql`${voicemailNotices.delivery} is distinct from 'delivered'`,
    );
    await db.update(voicemailNotices).set(told).where(isIt);
    return;
  }
  const isIt = and(
    eq(textBacks.callSid, text.callSid),
    eq(textBacks.number, to),
    sql`${textBacks.delivery} is distinct from 'delivered'`,
  );
  await db.update(textBacks).set(told).where(isIt);
}
