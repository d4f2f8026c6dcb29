import { sid } from "../twilio";
import type { TwilioState } from "./answer-request";
import { type RestAnswer, refuse } from "./rest-answer";

/** A call that the app has had placed. */
export interface PlacedCall {
  sid: string;
  to: string;
  from: string;
  /** Asked for TwiML once somebody picks up. */
  url: string;
  statusUrl: string;
}

/** Has a call placed: nobody's phone rings, a test takes their part. Source: Twilio, "Call resource", Create a Call. */
export function createCall(state: TwilioState, form: URLSearchParams): RestAnswer {
  const given = (name: string) => form.get(name) ?? "";
  const [to, from] = [given("To"), given("From")];
  if (!state.numbers.some(({ phone_number }) => phone_number === from)) {
    return refuse(
      400,
      21210,
      `The source phone number provided, ${from}, is not yet verified for your account.`,
    );
  }
  if (!/^(\+[1-9]\d{6,14}|sips?:.+)$/.test(to)) return refuse(400, 21211, `Invalid 'To' Phone Number: ${to}`);
  const call: PlacedCall = {
    sid: sid("CA"),
    to,
    from,
    url: given("Url"),
    statusUrl: given("StatusCallback"),
  };
  state.calls.push(call);
  return {
    status: 201,
    body: {
      account_sid: state.account.accountSid,
      api_version: "2010-04-01",
      direction: "outbound-api",
      from,
      sid: call.sid,
      status: "queued",
      to,
      uri: `/2010-04-01/Accounts/${state.account.accountSid}/Calls/${call.sid}.json`,
    },
  };
}

/** What Twilio says on a call that the app has had placed. Source: Twilio, "TwiML for Programmable Voice", request parameters. */
export const placedParameters = ({ sid: callSid, to, from }: PlacedCall): Record<string, string> => ({
  CallSid: callSid,
  From: from,
  Caller: from,
  To: to,
  Called: to,
  CallStatus: "in-progress",
  ApiVersion: "2010-04-01",
  Direction: "outbound-api",
});
