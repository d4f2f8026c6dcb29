import { Card } from "@heroui/react/card";
import { Temporal } from "temporal-polyfill";
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
                <p
                  className={
                    isGivenUp(notice) || isUnsure(notice) || isUndelivered(notice)
                      ? "text-danger"
                      : "text-muted"
                  }
                >
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

const isOver = ({ sentAt, nextAttemptAt }: ListedNotice): boolean =>
  sentAt === null && nextAttemptAt === null;

const isGivenUp = (notice: ListedNotice): boolean => isOver(notice) && notice.begunAt === null;

/** Longer than handing one over ever takes: whoever did it has vanished. */
const sendingMinutes = 3;

/** It was handed over, and nobody knows what came of it. */
function isUnsure(notice: ListedNotice): boolean {
  const { begunAt, failure } = notice;
  if (!isOver(notice) || begunAt === null) return false;
  return failure !== null || begunAt.until(Temporal.Now.instant()).total("minutes") > sendingMinutes;
}

const isUndelivered = ({ delivery }: ListedNotice): boolean => delivery === "undelivered";

function outcomeInWords(notice: ListedNotice, inWords: (instant: Temporal.Instant) => string): string {
  const { sentAt, nextAttemptAt, failure, attempts, delivery, deliveryErrorCode } = notice;
  if (delivery === "undelivered") {
    const sent = sentAt ? `Sent ${inWords(sentAt)}, but it` : "It";
    return `${sent} did not arrive. ${whyUndelivered(deliveryErrorCode)}`;
  }
  if (sentAt) return `Sent ${inWords(sentAt)}${delivery === "delivered" ? ", and it arrived" : ""}`;
  if (delivery === "delivered") return "It arrived";
  if (isUnsure(notice)) {
    const why = failure ?? "Switchboard was stopped while it was being sent.";
    return `It may not have gone, and is not sent again. ${why}`;
  }
  if (isGivenUp(notice)) {
    const tries = attempts === 1 ? "" : `, after ${attempts} tries`;
    return `Given up${tries}. ${failure ?? ""}`;
  }
  return failure && nextAttemptAt
    ? `${failure} It is tried again, ${inWords(nextAttemptAt)} at the earliest.`
    : "On its way";
}
