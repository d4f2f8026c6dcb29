import { Card } from "@heroui/react/card";
import type { Route } from "next";
import { ButtonLink } from "@/app/_components/button-link";
import { EmptyNotice } from "@/app/_components/empty-notice";
import { RefusalAlert } from "@/app/_components/refusal-alert";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { twilioHere } from "@/app/_twilio/twilio-here";
import { logFault } from "@/lib/log";
import { faultInWords } from "@/lib/twilio/rest/fault-in-words";
import {
  type NumberForSale,
  type NumberSearch,
  searchNumbersForSale,
} from "@/lib/twilio/rest/numbers-for-sale";
import { TwilioFault } from "@/lib/twilio/rest/twilio-fault";
import { addressRequirementWords } from "./address-requirement-words";

/** What Twilio has for sale now. Only ever shown to an owner: the page has checked. */
export async function NumbersForSale({ search, country }: { search: NumberSearch; country: string }) {
  const { twilio } = await twilioHere();
  if (!twilio.isConnected) return null;
  const found = await searchNumbersForSale(twilio.client, search).catch((error: unknown) => {
    if (!(error instanceof TwilioFault)) throw error;
    logFault("twilio.search-failed", error);
    return error;
  });
  if (found instanceof TwilioFault) {
    return <RefusalAlert message={faultInWords(found, { notDone: "So there is nothing to show." })} />;
  }
  if (found === null) {
    return (
      <EmptyNotice title="Twilio does not sell such numbers there">
        <p>Try another kind of number, or another country.</p>
      </EmptyNotice>
    );
  }
  if (found.length === 0) {
    return (
      <EmptyNotice title="No number fits">
        <p>Leave the digits or the area empty to see more.</p>
      </EmptyNotice>
    );
  }
  return (
    <Card className="p-0">
      <ul aria-label="Numbers for sale" className="divide-y divide-separator">
        {found.map((offer) => (
          <Offer key={offer.number} offer={offer} country={country} />
        ))}
      </ul>
    </Card>
  );
}

function Offer({ offer, country }: { offer: NumberForSale; country: string }) {
  const { number, place, canSms, addressRequirement } = offer;
  const digits = number.slice(1);
  const facts = [place, canSms ? "calls and texts" : "calls", addressRequirementWords[addressRequirement]];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 py-4">
      <div className="min-w-0">
        <p className="font-medium whitespace-nowrap">{formatPhoneNumber(number, country)}</p>
        <p className="text-sm text-muted">{facts.filter(Boolean).join(" · ")}</p>
      </div>
      <ButtonLink href={`/phone-numbers/buy/${digits}?address=${addressRequirement}` as Route}>
        Choose<span className="sr-only"> {formatPhoneNumber(number, country)}</span>
      </ButtonLink>
    </li>
  );
}
