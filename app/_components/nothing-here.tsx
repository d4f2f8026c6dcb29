import { ButtonLink } from "./button-link";
import { Notice } from "./notice";

/** What an address says that leads to nothing, or to nothing any more. */
export function NothingHere() {
  return (
    <Notice title="There is nothing here" way={<ButtonLink href="/">Go to Today</ButtonLink>}>
      <p>The address may be misspelled, or what it led to has been deleted.</p>
    </Notice>
  );
}
