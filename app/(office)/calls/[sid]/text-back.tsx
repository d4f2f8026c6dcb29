import { Card } from "@heroui/react/card";
import type { Temporal } from "temporal-polyfill";
import type { ToldTextBack } from "@/db/queries/notices/text-backs";
import { whyUndelivered } from "@/lib/text-message/delivery";

/** What became of the text to a caller who reached nobody. */
export function TextBack({
  textBack: { sentAt, failure, delivery, deliveryErrorCode },
  inWords,
}: {
  textBack: ToldTextBack;
  inWords: (instant: Temporal.Instant) => string;
}) {
  return (
    <Card className="mt-6 h-fit gap-1 p-5">
      <h2 className="text-base font-semibold">Text to the caller</h2>
      {delivery === "undelivered" && (
        <p className="text-sm text-danger wrap-anywhere">
          It did not arrive. {whyUndelivered(deliveryErrorCode)}
        </p>
      )}
      {sentAt ? (
        <p className="text-sm">
          Sent <time dateTime={sentAt.toString()}>{inWords(sentAt)}</time>, because they reached nobody.
          {delivery === "delivered" && " It arrived."}
        </p>
      ) : (
        <p className="text-sm text-danger wrap-anywhere">
          {failure ?? "It was begun, and nothing tells whether it was sent."}
        </p>
      )}
    </Card>
  );
}
