import { sid } from "../twilio";
import type { ReceivedRequest, TwilioState } from "./answer-request";
import { pageOf } from "./page-of";
import { type RestAnswer, refuse, rfc2822 } from "./rest-answer";

/** A call that the app has had placed. */
export interface PlacedCall {
  sid: string;
  to: string;
  from: string;
  /** Asked for TwiML once somebody picks up. */
  url: string;
  statusUrl: string;
}

/** A call that has come in, and is over. */
export interface IncomingCall {
  sid: string;
  from: string;
  to: string;
  endedAt: Date;
  seconds: number;
  /** What Twilio has asked of the app on it. */
  requests: readonly { url: string; parameters: Readonly<Record<string, string>> }[];
}

/** A phone that was rung on a call, and is no more. */
export interface LegHere {
  sid: string;
  parentSid: string;
  to: string;
  status: "completed" | "no-answer" | "busy";
  endedAt: Date;
  /** From when it was picked up. */
  seconds: number;
}

export const newIncomingCall = ({
  endedAt = new Date(),
  seconds = 30,
  requests = [],
  ...given
}: Pick<IncomingCall, "sid" | "from" | "to"> & Partial<IncomingCall>): IncomingCall => ({
  ...given,
  endedAt,
  seconds,
  requests,
});

export const newLeg = (given: Pick<LegHere, "parentSid"> & Partial<LegHere>): LegHere => ({
  sid: sid("CA"),
  to: "+12125550142",
  status: "completed",
  endedAt: new Date(),
  seconds: 30,
  ...given,
});

/** One call, that came in or was placed. Source: Twilio, "Call resource", Fetch a Call. */
export function answerCall(state: TwilioState, own: string, notFound: RestAnswer): RestAnswer {
  const placed = state.calls.find((call) => call.sid === own);
  if (placed) return { status: 200, body: resourceOf(state, placed) };
  const call = state.incomingCalls.find((candidate) => candidate.sid === own);
  if (!call) return notFound;
  return { status: 200, body: incomingOf(state, call) };
}

const incomingOf = (state: TwilioState, call: IncomingCall): object => ({
  ...resourceOf(state, call),
  ...endOf(call),
  direction: "inbound",
  status: "completed",
});

const legOf = (state: TwilioState, leg: LegHere): object => ({
  ...resourceOf(state, { ...leg, from: "+14155550123" }),
  ...endOf(leg),
  direction: "outbound-dial",
  parent_call_sid: leg.parentSid,
  status: leg.status,
});

function endOf({ endedAt, seconds }: Pick<IncomingCall, "endedAt" | "seconds">): object {
  const ended = rfc2822(endedAt);
  const began = rfc2822(new Date(endedAt.getTime() - seconds * 1000));
  return {
    date_created: began,
    date_updated: ended,
    duration: String(seconds),
    end_time: ended,
    start_time: began,
  };
}

/** Calls that came from a number since an instant, or the legs of one call. Source: Twilio, "Call resource", Fetch multiple Calls. */
export function listCalls(state: TwilioState, request: ReceivedRequest): RestAnswer {
  const { query } = request;
  const [from, parent, since] = ["From", "ParentCallSid", "StartTime>"].map((name) => query.get(name));
  const legs = state.legs.filter(({ parentSid }) => parentSid === parent);
  const incoming = state.incomingCalls
    .filter((call) => call.from === from)
    .filter(({ endedAt, seconds }) => !since || endedAt.getTime() - seconds * 1000 >= Date.parse(since));
  const found = parent
    ? legs.map((leg) => legOf(state, leg))
    : incoming.map((call) => incomingOf(state, call));
  return pageOf("calls", found, state.largestPage, request);
}

/** Source: Twilio, "Call Event resource": parameters have their names in small letters with "_" between. */
export function listRequestsOfCall(state: TwilioState, own: string, request: ReceivedRequest): RestAnswer {
  const call = state.incomingCalls.find((candidate) => candidate.sid === own);
  const events = (call?.requests ?? []).map(({ url, parameters }) => ({
    request: { method: "POST", url, parameters: renamed(parameters) },
    response: { content_type: "text/xml", response_code: 200, request_duration: 50, response_body: "" },
  }));
  return pageOf("events", events, state.largestPage, request);
}

const renamed = (parameters: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name.replace(/(?<=[a-z])(?=[A-Z])/g, "_").toLowerCase(),
      value,
    ]),
  );

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
  return { status: 201, body: resourceOf(state, call) };
}

/** Just placed: nobody has been rung yet. Source: Twilio's OpenAPI description, `call`. */
function resourceOf(
  state: TwilioState,
  { sid: own, to, from }: Pick<PlacedCall, "sid" | "to" | "from">,
): object {
  const { accountSid } = state.account;
  const uri = `/2010-04-01/Accounts/${accountSid}/Calls/${own}`;
  const sender = state.numbers.find(({ phone_number }) => phone_number === from);
  return {
    account_sid: accountSid,
    answered_by: null,
    api_version: "2010-04-01",
    caller_name: null,
    date_created: null,
    date_updated: null,
    direction: "outbound-api",
    duration: null,
    end_time: null,
    forwarded_from: null,
    from,
    from_formatted: from,
    group_sid: null,
    parent_call_sid: null,
    phone_number_sid: sender?.sid ?? null,
    price: null,
    price_unit: "USD",
    queue_time: "0",
    sid: own,
    start_time: null,
    status: "queued",
    subresource_uris: { notifications: `${uri}/Notifications.json`, recordings: `${uri}/Recordings.json` },
    to,
    to_formatted: to,
    trunk_sid: null,
    uri: `${uri}.json`,
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
