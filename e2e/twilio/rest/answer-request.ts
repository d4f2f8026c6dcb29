import {
  answerCall,
  createCall,
  type IncomingCall,
  type LegHere,
  listCalls,
  listRequestsOfCall,
  type PlacedCall,
} from "./calls";
import { createMessage, type SentText } from "./messages";
import {
  applyForm,
  type NumberForSaleHere,
  type NumberResource,
  newResource,
  refusalOf,
  refusalToSell,
} from "./numbers";
import { pageOf } from "./page-of";
import {
  answerRecording,
  answerTranscription,
  answerTranscriptions,
  listRecordings,
  type RecordingHere,
} from "./recordings";
import { type RestAnswer, refuse } from "./rest-answer";

export interface ReceivedRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  authorization: string | null;
  contentType: string | null;
  range: string | null;
  form: URLSearchParams;
}

export interface TwilioState {
  account: { accountSid: string; authToken: string };
  numbers: NumberResource[];
  forSale: NumberForSaleHere[];
  recordings: RecordingHere[];
  /** What has been written down of recordings that are gone. */
  leftOver: string[];
  /** Oldest first. */
  calls: PlacedCall[];
  incomingCalls: IncomingCall[];
  legs: LegHere[];
  /** Oldest first. */
  texts: SentText[];
  largestPage: number;
}

const notFound = (path: string) => refuse(404, 20404, `The requested resource ${path} was not found`);

/** What Twilio answers to a request. Source: Twilio's OpenAPI description of its API of 2010-04-01. */
export function answerRequest(state: TwilioState, request: ReceivedRequest): RestAnswer {
  const { accountSid, authToken } = state.account;
  const credentials = Buffer.from(`${accountSid}:${authToken}`).toString("base64");
  if (request.authorization !== `Basic ${credentials}`) return refuse(401, 20003, "Authenticate");
  const prefix = `/2010-04-01/Accounts/${accountSid}/`;
  if (!request.path.startsWith(prefix)) return notFound(request.path);
  if (request.method === "POST" && !request.contentType?.startsWith("application/x-www-form-urlencoded")) {
    return refuse(415, 20415, "Unsupported Media Type");
  }
  const [, recording] = /^Recordings\/([^/]+)$/.exec(request.path.slice(prefix.length)) ?? [];
  if (recording !== undefined) return answerRecording(state, recording, request, notFound(request.path));
  const [, spoken, transcription] =
    /^Recordings\/(RE[0-9a-f]{32})\/Transcriptions(?:\/(TR[0-9a-f]{32}))?\.json$/.exec(
      request.path.slice(prefix.length),
    ) ?? [];
  if (spoken !== undefined) {
    const which = { recordingSid: spoken, own: transcription };
    return answerTranscriptions(state, which, request, notFound(request.path));
  }
  const [resource = "", ...rest] = request.path
    .slice(prefix.length)
    .replace(/\.json$/, "")
    .split("/");
  if (resource === "AvailablePhoneNumbers") return listForSale(state, rest, request);
  if (resource === "Recordings" && request.method === "GET") return listRecordings(state, request);
  if (resource === "Transcriptions" && rest[0] !== undefined)
    return answerTranscription(state, rest[0], request, notFound(request.path));
  if (resource === "Calls" && rest[0] !== undefined && rest[1] === "Events")
    return listRequestsOfCall(state, rest[0], request);
  if (resource === "Calls" && rest[0] !== undefined)
    return answerCall(state, rest[0], notFound(request.path));
  if (resource === "Calls" && request.method === "GET") return listCalls(state, request);
  if (resource === "Calls" && request.method === "POST") return createCall(state, request.form);
  if (resource === "Messages" && request.method === "POST") return createMessage(state, request.form);
  if (resource !== "IncomingPhoneNumbers") return notFound(request.path);
  const [sid] = rest;
  if (sid === undefined) return request.method === "POST" ? buy(state, request.form) : list(state, request);
  return one(state, sid, request);
}

const list = (state: TwilioState, request: ReceivedRequest): RestAnswer =>
  pageOf("incoming_phone_numbers", state.numbers, state.largestPage, request);

function one(state: TwilioState, sid: string, { method, form, path }: ReceivedRequest): RestAnswer {
  const number = state.numbers.find((candidate) => candidate.sid === sid);
  if (!number) return notFound(path);
  if (method === "DELETE") {
    state.numbers = state.numbers.filter((candidate) => candidate !== number);
    return { status: 204, body: null };
  }
  if (method === "POST") {
    const refusal = refusalOf(number, form);
    if (refusal) return refuse(400, ...refusal);
    applyForm(number, form);
  }
  return { status: 200, body: number };
}

function buy(state: TwilioState, form: URLSearchParams): RestAnswer {
  const wanted = form.get("PhoneNumber");
  const offer = state.forSale.find(({ number }) => number === wanted);
  if (!offer || wanted === null) return refuse(400, 21422, `${wanted} is not available.`);
  const refusal = refusalToSell(offer, form);
  if (refusal) return refuse(400, ...refusal);
  state.forSale = state.forSale.filter((candidate) => candidate !== offer);
  const resource = newResource(state.account.accountSid, {
    number: wanted,
    friendlyName: form.get("FriendlyName") ?? wanted,
  });
  applyForm(resource, form);
  state.numbers.push(resource);
  return { status: 201, body: resource };
}

function listForSale(state: TwilioState, [country, type]: string[], request: ReceivedRequest): RestAnswer {
  const { query, path } = request;
  const ofType = state.forSale.filter((offer) => offer.country === country && offer.type === type);
  if (ofType.length === 0) return notFound(path);
  const contains = query.get("Contains");
  const areaCode = query.get("AreaCode");
  const locality = query.get("InLocality");
  const fits = ({ number, locality: own }: NumberForSaleHere) =>
    (!contains || number.includes(contains)) &&
    (!areaCode || number.startsWith(`+1${areaCode}`)) &&
    (!locality || own === locality);
  const found = ofType.filter(fits).map((offer) => ({
    address_requirements: offer.addressRequirement ?? "none",
    beta: false,
    // In this list Twilio writes two of the names large.
    capabilities: { voice: true, SMS: true, MMS: false, fax: false },
    friendly_name: offer.number,
    iso_country: country,
    lata: null,
    latitude: null,
    locality: offer.locality ?? null,
    longitude: null,
    phone_number: offer.number,
    postal_code: null,
    rate_center: null,
    region: offer.region ?? null,
  }));
  return pageOf("available_phone_numbers", found, state.largestPage, request);
}
