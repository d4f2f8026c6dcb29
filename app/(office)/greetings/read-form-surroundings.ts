import { formatPhoneNumber } from "@/app/_format/phone-number";
import { twilioHere } from "@/app/_twilio/twilio-here";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findOwnPhones } from "@/db/queries/outgoing-calls/find-way-to-call";
import type { SignedIn } from "@/lib/auth/require-staff";
import { zoneName } from "@/lib/schedule/zone-name";
import { wayToCall } from "@/lib/twilio/rest/place-call";
import type { Ringing } from "./_sources/source-props";

/** What the form of a greeting knows of the office around it. */
export async function readFormSurroundings({
  db,
  staff,
}: SignedIn): Promise<{ timeZone: string; zone: string; ringing: Ringing }> {
  const [{ country, timeZone }, phones, { twilio, origin }] = await Promise.all([
    getFirm(db),
    findOwnPhones(db, staff.id),
    twilioHere(),
  ]);
  const way = wayToCall(twilio, origin);
  return {
    timeZone,
    zone: zoneName(timeZone),
    ringing: {
      hindrance: "hindrance" in way ? way.hindrance : null,
      phones: (phones ?? []).map(({ label, number }) => ({
        label,
        number,
        words: `${label}: ${formatPhoneNumber(number, country)}`,
      })),
    },
  };
}
