"use client";

import { Card } from "@heroui/react/card";
import { MutationForm } from "@/app/_components/mutation-form";
import { TypedField } from "@/app/_components/typed-field";
import { buyNumber } from "../mutations";
import { TwilioLink } from "./twilio-link";

interface PurchaseFormProps {
  /** E.164. */
  number: string;
  /** As people here write it. */
  words: string;
  needsAddress: boolean;
}

/** Buying costs money, so the number has to be typed. */
export function PurchaseForm({ number, words, needsAddress }: PurchaseFormProps) {
  return (
    <Card className="max-w-2xl p-6">
      <MutationForm
        mutation={buyNumber}
        submitLabel="Buy"
        pendingLabel="Buying…"
        cancelHref="/phone-numbers/buy"
      >
        {({ typed, fieldErrors }) => (
          <>
            <input type="hidden" name="number" value={number} />
            <TypedField
              label="Name"
              help="What people in the office will call it, such as “Front desk”."
              name="friendlyName"
              autoComplete="off"
              typed={typed.friendlyName}
              error={fieldErrors.friendlyName}
            />
            <TypedField
              label="SID of an address"
              help={
                needsAddress ? (
                  <>
                    The law asks for an address with this number. It is among the{" "}
                    <TwilioLink to="addresses">addresses in Twilio's console</TwilioLink>, and its SID begins
                    with AD.
                  </>
                ) : (
                  "This number needs none."
                )
              }
              name="addressSid"
              autoComplete="off"
              typed={typed.addressSid}
              error={fieldErrors.addressSid}
            />
            <TypedField
              label="SID of a regulatory bundle"
              help={
                <>
                  Some countries ask for papers first:{" "}
                  <TwilioLink to="rules">what each country asks for</TwilioLink>. They are handed in, and
                  looked through for some days, as one of the{" "}
                  <TwilioLink to="bundles">bundles in Twilio's console</TwilioLink>; its SID begins with BU.
                  Leave it empty if the country asks for none.
                </>
              }
              name="bundleSid"
              autoComplete="off"
              typed={typed.bundleSid}
              error={fieldErrors.bundleSid}
            />
            <TypedField
              label={`Type ${words} to buy it`}
              name="confirmation"
              type="tel"
              autoComplete="off"
              typed={typed.confirmation}
              error={fieldErrors.confirmation}
            />
          </>
        )}
      </MutationForm>
    </Card>
  );
}
