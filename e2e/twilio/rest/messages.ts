import { sid } from "../twilio";
import type { TwilioState } from "./answer-request";
import { type RestAnswer, refuse } from "./rest-answer";

/** A text that the account has sent. */
export interface SentText {
  from: string;
  to: string;
  text: string;
  /** Where the account asked to be told what becomes of it; left out where it did not. */
  statusUrl?: string;
}

const e164 = /^\+[1-9]\d{6,14}$/;

/** Sends a text. Source: the twilio package, `MessageListInstance.create`; Twilio, "Error and Warning Dictionary". */
export function createMessage(state: TwilioState, form: URLSearchParams): RestAnswer {
  const [from, to, text] = [form.get("From") ?? "", form.get("To") ?? "", form.get("Body") ?? ""];
  if (!e164.test(to)) return refuse(400, 21211, `Invalid 'To' Phone Number: ${to}`);
  if (text === "") return refuse(400, 21602, "Message body is required.");
  if (text.length > 1600) {
    return refuse(400, 21617, "The concatenated message body exceeds the 1600 character limit.");
  }
  const sender = state.numbers.find((number) => number.phone_number === from);
  if (!(sender?.capabilities as { sms?: boolean } | undefined)?.sms) {
    const what = "is not a valid, SMS-capable inbound phone number or short code for your account.";
    return refuse(400, 21606, `The From phone number ${from} ${what}`);
  }
  const statusUrl = form.get("StatusCallback");
  if (statusUrl !== null && !URL.canParse(statusUrl)) {
    return refuse(400, 21609, `Invalid 'StatusCallback' URL: ${statusUrl}`);
  }
  state.texts.push({ from, to, text, ...(statusUrl !== null && { statusUrl }) });
  const own = sid("SM");
  const { accountSid } = state.account;
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${own}`;
  return {
    status: 201,
    body: {
      account_sid: accountSid,
      api_version: "2010-04-01",
      body: text,
      date_created: "Thu, 24 Aug 2023 05:01:45 +0000",
      date_sent: null,
      date_updated: "Thu, 24 Aug 2023 05:01:45 +0000",
      direction: "outbound-api",
      error_code: null,
      error_message: null,
      from,
      messaging_service_sid: null,
      num_media: "0",
      num_segments: "1",
      price: null,
      price_unit: "USD",
      sid: own,
      status: "queued",
      subresource_uris: { media: `${uri}/Media.json` },
      to,
      uri: `${uri}.json`,
    },
  };
}
