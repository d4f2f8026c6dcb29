import { Card } from "@heroui/react/card";
import type { Temporal } from "temporal-polyfill";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import type { ListedNotice } from "@/db/queries/notices/list-notices";
import { whyUndelivered } from "@/lib/text-message/delivery";

interface NoticeListProps {
  notices: readonly ListedNotice[];
  /** Why somebody who is to be told cannot be, one sentence each. */
  unreachable: readonly string[];
  country: string;
  inWords: (instant: Temporal.Instant) => string;
}

/** Who has been told of a voicemail, and what became of that. */
export function NoticeList({ notices, unreachable, country, inWords }: NoticeListProps) {
  return (
    <Card className="h-fit gap-3 p-4 sm:p-5">
      <h2 className="text-base font-semibold">Who was told</h2>
      {notices.length === 0 && unreachable.length === 0 && (
        <p className="text-sm text-muted">Nobody: its action names nobody to tell.</p>
      )}
      {notices.length > 0 && (
        <ul className="flex flex-col gap-3 text-sm">
          {notices.map((notice) => {
            const { channel, address, personName } = notice;
            const where = channel === "text" ? formatPhoneNumber(address, country) : address;
            return (
              <li key={`${channel} ${address}`} className="wrap-anywhere">
                <p>
                  {channel === "text" ? "Text to " : "E-mail to "}
                  {personName ? `${personName}, ${where}` : where}
                </p>
                <p className={isGivenUp(notice) || isUndelivered(notice) ? "text-danger" : "text-muted"}>
                  {outcomeInWords(notice, inWords)}
                </p>
              </li>
            );
          })}
        </ul>
      )}
      {unreachable.map((why) => (
        <p key={why} className="text-sm text-danger wrap-anywhere">
          {why}
        </p>
      ))}
    </Card>
  );
}

const isGivenUp = ({ sentAt, nextAttemptAt }: ListedNotice): boolean =>
  sentAt === null && nextAttemptAt === null;

const isUndelivered = ({ delivery }: ListedNotice): boolean => delivery === "undelivered";

function outcomeInWords(
  { sentAt, nextAttemptAt, failure, attempts, delivery, deliveryErrorCode }: ListedNotice,
  inWords: (instant: Temporal.Instant) => string,
): string {
  if (delivery === "undelivered") {
    const sent = sentAt ? `Sent ${inWords(sentAt)}, but it` : "It";
    return `${sent} did not arrive. ${whyUndelivered(deliveryErrorCode)}`;
  }
  if (sentAt) return `Sent ${inWords(sentAt)}${delivery === "delivered" ? ", and it arrived" : ""}`;
  if (nextAttemptAt === null) {
    const tries = attempts === 1 ? "" : `, after ${attempts} tries`;
    return `Given up${tries}. ${failure ?? ""}`;
  }
  return failure ? `${failure} It is tried again, ${inWords(nextAttemptAt)} at the earliest.` : "On its way";
}
