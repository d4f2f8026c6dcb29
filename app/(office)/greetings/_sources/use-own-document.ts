import { useEffect } from "react";

/** Where the browser knows which of its powers a document may use; Chromium alone tells, and alone holds to it. */
interface DocumentWithPolicy extends Document {
  featurePolicy?: { allowsFeature(feature: string): boolean };
}

/**
 * Only the pages that record may ask for the microphone, and what a page may do is settled when it is loaded, not when a
 * link leads on within it: so one that was come to by a link is loaded once more, before anything can have been typed.
 */
export function useOwnDocument(): void {
  useEffect(() => {
    const { featurePolicy } = document as DocumentWithPolicy;
    if (featurePolicy && !featurePolicy.allowsFeature("microphone")) window.location.reload();
  }, []);
}
