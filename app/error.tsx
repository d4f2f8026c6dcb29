"use client";

import { FaultNotice } from "./_components/fault-notice";

export default function RootError(props: { error: unknown; retry: () => void }) {
  return (
    <main>
      <FaultNotice {...props} />
    </main>
  );
}
