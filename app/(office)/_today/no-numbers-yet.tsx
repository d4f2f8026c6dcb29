import { ButtonLink } from "@/app/_components/button-link";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { listInWords } from "@/app/_format/list-in-words";
import type { Database } from "@/db/client";
import { listNamesOfManagers } from "@/db/queries/staff/list-names-of-managers";
import { isAtLeast, type StaffRole } from "@/lib/auth/roles";

/** More than anybody would ask. */
const mostNamed = 3;

/** What Today says before there is a number, and who can do something about it. */
export async function NoNumbersYet({ db, role, locale }: { db: Database; role: StaffRole; locale: string }) {
  if (isAtLeast(role, "manager")) {
    return (
      <EmptyNotice title="No phone numbers yet">
        <p>As soon as a work number is here, this page says what happens when it is called.</p>
        <p className="mt-4">
          <ButtonLink href="/phone-numbers" variant="primary">
            Add phone numbers
          </ButtonLink>
        </p>
      </EmptyNotice>
    );
  }
  const names = await listNamesOfManagers(db, mostNamed);
  return (
    <EmptyNotice title="No phone numbers yet">
      <p>
        As soon as a work number is here, this page says what happens when it is called. Owners and managers
        can add one: ask {listInWords(names, locale, "or")}.
      </p>
    </EmptyNotice>
  );
}
