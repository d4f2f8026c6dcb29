import { Card } from "@heroui/react/card";
import type { PhoneNumber } from "@/db/queries/phone-numbers/find-phone-number";
import { PreviewForm, TakeBackForm } from "./preview-forms";

interface AtPreviewProps {
  number: Pick<PhoneNumber, "id" | "version" | "previewOrigin" | "hasActiveConfiguration">;
  /** In words with the zone; null while it is at none. */
  since: string | null;
  /** On production alone, and for whoever may write at Twilio. */
  mayPoint: boolean;
}

/** Which preview a test number's calls go to, and the ways there and back. */
export function AtPreview({ number, since, mayPoint }: AtPreviewProps) {
  const { id, version, previewOrigin, hasActiveConfiguration } = number;
  if (!previewOrigin && !mayPoint) return null;
  return (
    <Card className="max-w-2xl gap-5 p-6">
      <h2 className="text-base font-semibold">Preview</h2>
      {previewOrigin ? (
        <>
          <p className="text-sm wrap-anywhere">
            Since {since} calls to this number go to the preview at{" "}
            <a href={previewOrigin} rel="noreferrer" target="_blank" className="underline">
              {previewOrigin.replace("https://", "")}
            </a>
            . {hasActiveConfiguration ? "They are not answered here until you take it back." : null}
          </p>
          {mayPoint && <TakeBackForm editing={{ id, version }} />}
        </>
      ) : (
        <>
          <p className="text-sm">
            Send the calls to this number to a preview, with its own copy of the data. They stay there until
            you take the number back.
          </p>
          <PreviewForm editing={{ id, version }} />
        </>
      )}
    </Card>
  );
}
