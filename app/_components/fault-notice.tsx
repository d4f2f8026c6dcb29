"use client";

import { Button } from "@heroui/react/button";
import { Notice } from "./notice";

/** What a page says when making it failed. The reference is in the server's log too; the reason is there alone. */
export function FaultNotice({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <Notice title="This page could not be shown" way={<Button onPress={retry}>Try again</Button>}>
      <p>
        Something went wrong on our side. Calls are still answered: the phones do not depend on these pages.
      </p>
      {reference && <p className="mt-2 text-sm">Reference: {reference}</p>}
    </Notice>
  );
}
