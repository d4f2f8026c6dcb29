import type { Metadata } from "next";
import { ButtonLink } from "./_components/button-link";
import { Notice } from "./_components/notice";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main>
      <Notice title="There is nothing here" way={<ButtonLink href="/">Go to Today</ButtonLink>}>
        <p>The address may be misspelled, or what it led to has been deleted.</p>
      </Notice>
    </main>
  );
}
