import { Card } from "@heroui/react/card";
import type { ReactNode } from "react";
import { Temporal } from "temporal-polyfill";
import { WholeNumbers } from "@/app/_components/whole-numbers";
import { instantInWords } from "@/app/_format/instant-in-words";
import { lengthInWords } from "@/app/_format/length-in-words";
import { localeHere } from "@/app/_format/locale-here";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { twilioHere } from "@/app/_twilio/twilio-here";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findLastPhone, findNumberToShow, findOwnPhones } from "@/db/queries/outgoing-calls/find-way-to-call";
import { type ListedOutgoingCall, listOutgoingCalls } from "@/db/queries/outgoing-calls/list-outgoing-calls";
import { requireStaff, type SignedIn } from "@/lib/auth/require-staff";
import { callBackInWords, isCallBackOver } from "@/lib/call/call-back";
import { wayToCall } from "@/lib/twilio/rest/place-call";
import { NoPerson } from "../profile/no-person";
import { CallBackForm } from "./call-back-form";
import { numberToCallBack } from "./number-to-call-back";
import { RefreshWhileCalling } from "./refresh-while-calling";

/** The call that is returned. */
interface ReturnedCall {
  sid: string;
  /** As Twilio sent it. */
  from: string;
  /** The work number that was called, E.164. */
  to: string;
}

/** A talk that lasts longer is not followed any more: its end may never have been told. */
const followedHours = 3;

/** Returns a call, or says why it cannot be; and what has become of each time that it was. For any page that shows a call. */
export async function CallBack({ call }: { call: ReturnedCall }) {
  const signedIn = await requireStaff();
  const [{ timeZone }, made] = await Promise.all([
    getFirm(signedIn.db),
    listOutgoingCalls(signedIn.db, call.sid),
  ]);
  const locale = await localeHere();
  const now = Temporal.Now.instant();
  const isFollowed = (one: ListedOutgoingCall) =>
    !isCallBackOver(one) && one.at.until(now).total("hours") < followedHours;
  return (
    <Card className="h-fit gap-4 p-5">
      <section aria-labelledby="call-back" className="flex flex-col gap-3">
        <h2 id="call-back" className="text-base font-semibold">
          Call back
        </h2>
        {await wayBack(call, signedIn)}
        <ul aria-live="polite" className="flex flex-col gap-2 text-sm">
          {made.map((one) => (
            <li key={one.id} className="wrap-anywhere">
              <p>{callBackInWords(one, lengthInWords)}</p>
              <p className="text-muted">
                {one.madeByName}, {instantInWords(one.at, { now, timeZone, locale })}
              </p>
            </li>
          ))}
        </ul>
      </section>
      {made.some(isFollowed) && <RefreshWhileCalling />}
    </Card>
  );
}

async function wayBack(call: ReturnedCall, { db, staff }: SignedIn): Promise<ReactNode> {
  const other = numberToCallBack(call.from);
  if ("hindrance" in other) return <p className="text-sm text-muted">{other.hindrance}</p>;
  const { twilio, origin } = await twilioHere();
  const way = wayToCall(twilio, origin);
  if ("hindrance" in way) return <p className="text-sm text-muted">{way.hindrance}</p>;
  const [{ country }, phones, lastPhone, shown] = await Promise.all([
    getFirm(db),
    findOwnPhones(db, staff.id),
    findLastPhone(db, staff.id),
    findNumberToShow(db, call.to),
  ]);
  if (!shown) {
    return (
      <p className="text-sm text-muted">
        The number that was called is not yours at Twilio, so it cannot be shown to the caller.
      </p>
    );
  }
  if (phones === null) {
    return (
      <div className="text-sm text-muted">
        <NoPerson staff={staff} />
      </div>
    );
  }
  if (phones.length === 0) {
    return <p className="text-sm text-muted">You have no phone yet: add one under My profile.</p>;
  }
  return (
    <>
      <p className="text-sm text-muted">
        Your phone rings first. Press 1 there, and it calls them; they see{" "}
        <WholeNumbers>{formatPhoneNumber(shown.number, country)}</WholeNumbers>.
      </p>
      <CallBackForm
        callSid={call.sid}
        caller={formatPhoneNumber(other.number, country)}
        phones={phones.map(({ label, number }) => ({
          number,
          words: `${label}: ${formatPhoneNumber(number, country)}`,
        }))}
        lastPhone={phones.some(({ number }) => number === lastPhone) ? lastPhone : null}
      />
    </>
  );
}
