import { SegmentedMessage } from "sms-segments-calculator";

/** How a text looks on a phone, and how many parts of it Twilio charges for. */
export function TextPreview({ text }: { text: string }) {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  const { segmentsCount, encodingName } = new SegmentedMessage(trimmed);
  const parts = segmentsCount === 1 ? "one part" : `${segmentsCount} parts`;
  const why =
    encodingName === "GSM-7"
      ? ""
      : " It has characters beyond the plain ones, such as curly quotes or emoji, so that less fits into each.";
  return (
    <figure className="flex flex-col gap-2">
      <p className="w-fit max-w-sm rounded-2xl rounded-es-sm bg-surface-secondary px-4 py-3 text-sm whitespace-pre-line wrap-anywhere">
        {trimmed}
      </p>
      <figcaption className="text-xs text-muted">
        As their phone shows it. Twilio charges for {parts}.{why}
      </figcaption>
    </figure>
  );
}
