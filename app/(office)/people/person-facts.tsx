import { Card } from "@heroui/react/card";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import type { Person } from "@/db/queries/people/find-person";
import { toldInWords } from "./person-in-words";

interface PersonFactsProps {
  person: Person;
  /** The firm's. */
  country: string;
  /** Until when, in words; null for somebody who is here. */
  away: string | null;
}

/** A person for those who may look and not change. */
export function PersonFacts({ person, country, away }: PersonFactsProps) {
  const { extension, email, phones, dutySchedule } = person;
  return (
    <Card className="max-w-2xl p-4 sm:p-6">
      <dl className="grid gap-x-6 gap-y-4 text-sm sm:grid-cols-[10rem_1fr]">
        <dt className="text-muted">Extension</dt>
        <dd>{extension ?? "None"}</dd>
        <dt className="text-muted">E-mail address</dt>
        <dd className="wrap-anywhere">{email ?? "None"}</dd>
        <dt className="text-muted">Phones</dt>
        <dd>
          {phones.length === 0
            ? "None"
            : phones.map(({ label, number, isRung }) => (
                <div key={number} className="wrap-anywhere">
                  {label}: {formatPhoneNumber(number, country)}
                  {!isRung && " (not rung)"}
                </div>
              ))}
        </dd>
        <dt className="text-muted">Told of voicemails</dt>
        <dd>{toldInWords(person)}</dd>
        <dt className="text-muted">On duty</dt>
        <dd className="wrap-anywhere">{dutySchedule?.name ?? "Always"}</dd>
        <dt className="text-muted">Away until</dt>
        <dd>{away ?? "Not away"}</dd>
      </dl>
    </Card>
  );
}
