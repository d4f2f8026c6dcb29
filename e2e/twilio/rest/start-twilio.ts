import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { VoiceSettings } from "@/db/schema";
import { answerWith, type Fault, readAll, type WholeAnswer } from "../../faults/fault";
import { answerRequest, type ReceivedRequest, type TwilioState } from "./answer-request";
import { type IncomingCall, type LegHere, newIncomingCall, newLeg, type PlacedCall } from "./calls";
import type { SentText } from "./messages";
import { type GivenNumber, type NumberForSaleHere, newResource, settingsOf } from "./numbers";
import { newRecording, type RecordingHere } from "./recordings";
import { type RestAnswer, refuse } from "./rest-answer";

/** What goes wrong with a request: any fault, or an answer in Twilio's error shape. */
export type TwilioFaultHere = StatusFault | { kind: Fault };

interface StatusFault {
  kind: "status";
  status: number;
  code?: number;
  message?: string;
}

/** Which requests a fault is for: those in whose "METHOD path?query" the expression finds something. */
interface FaultRule {
  on: RegExp;
  fault: TwilioFaultHere;
  /** How many more requests it meets. */
  times: number;
}

export interface StandInTwilio {
  /** For TWILIO_API_BASE_URL. */
  origin: string;
  addNumber(given?: GivenNumber): { sid: string; number: string };
  /** As somebody does in Twilio's console, past the app. */
  changeNumber(sid: string, settings: Partial<VoiceSettings>): void;
  removeNumber(sid: string): void;
  /** The voice settings that stand on a number, or null when the account does not have it. */
  settingsOf(sid: string): VoiceSettings | null;
  /** The number that has these digits, if the account has it. */
  sidOf(number: string): string | null;
  offer(number: NumberForSaleHere): void;
  /** As if somebody had spoken on a call. */
  addRecording(given?: Partial<RecordingHere>): RecordingHere;
  hasRecording(sid: string): boolean;
  removeRecording(sid: string): void;
  /** As if a recording had been written down after its end. */
  addTranscription(sid: string): void;
  hasTranscription(sid: string): boolean;
  /** As if somebody had called, and the call were over. */
  addIncomingCall(given: Pick<IncomingCall, "sid" | "from" | "to"> & Partial<IncomingCall>): void;
  /** As if a phone had been rung on a call, and that were over. */
  addLeg(given: Pick<LegHere, "parentSid"> & Partial<LegHere>): void;
  /** The calls that have been placed to a number, oldest first. */
  callsTo(number: string): PlacedCall[];
  /** The texts that have been sent to a number, oldest first. */
  textsTo(number: string): SentText[];
  /** From now on, for requests like `/^POST .*PN0123/`; the first rule that fits counts. */
  fail(on: RegExp, fault: TwilioFaultHere, times?: number): void;
  /** How many numbers a page of a list has at most, whatever was asked for. */
  limitPages(size: number): void;
  /** What has been asked since the last call of this, of a number or a list. */
  takeRequests(about?: RegExp): ReceivedRequest[];
  /** Takes back every fault and limit. */
  heal(): void;
  close(): Promise<void>;
}

/** Source: Twilio, "IncomingPhoneNumber resource", `PageSize`. */
const largestPage = 1000;

/** Twilio's REST API, as far as the app uses it: the account's numbers, numbers for sale, recordings and texts. */
export async function startTwilio(account: {
  accountSid: string;
  authToken: string;
}): Promise<StandInTwilio> {
  const state: TwilioState = {
    account,
    numbers: [],
    forSale: [],
    recordings: [],
    leftOver: [],
    calls: [],
    incomingCalls: [],
    legs: [],
    texts: [],
    largestPage,
  };
  let rules: FaultRule[] = [];
  let received: ReceivedRequest[] = [];

  const server = createServer(async (incoming, outgoing) => {
    const request = await receive(incoming);
    received.push(request);
    const rule = rules.find(({ on, times }) => times > 0 && on.test(lineOf(request)));
    if (rule) rule.times -= 1;
    const fault = rule?.fault ?? { kind: "none" as const };
    const isRefusal = fault.kind === "status";
    await answerWith(isRefusal ? "none" : fault.kind, { incoming, outgoing }, () =>
      whole(isRefusal ? refusalOf(fault) : answerRequest(state, request)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const find = (sid: string) => state.numbers.find((number) => number.sid === sid);

  return {
    origin: `http://127.0.0.1:${port}`,
    addNumber: (given) => {
      const resource = newResource(account.accountSid, given);
      state.numbers.push(resource);
      return { sid: resource.sid, number: resource.phone_number };
    },
    changeNumber: (sid, settings) => {
      const at = state.numbers.findIndex((number) => number.sid === sid);
      const old = state.numbers[at];
      if (!old) throw new Error(`There is no number ${sid}.`);
      const { phone_number: number, friendly_name: friendlyName } = old;
      state.numbers[at] = newResource(account.accountSid, {
        ...settingsOf(old),
        ...settings,
        sid,
        number,
        friendlyName,
      });
    },
    removeNumber: (sid) => {
      state.numbers = state.numbers.filter((number) => number.sid !== sid);
    },
    settingsOf: (sid) => {
      const found = find(sid);
      return found ? settingsOf(found) : null;
    },
    sidOf: (number) => state.numbers.find(({ phone_number }) => phone_number === number)?.sid ?? null,
    offer: (number) => void state.forSale.push(number),
    addRecording: (given) => {
      const recording = newRecording(given);
      state.recordings.push(recording);
      return recording;
    },
    hasRecording: (sid) => state.recordings.some((recording) => recording.sid === sid),
    removeRecording: (sid) => {
      state.recordings = state.recordings.filter((recording) => recording.sid !== sid);
    },
    addTranscription: (sid) => void state.leftOver.push(sid),
    hasTranscription: (sid) =>
      state.leftOver.includes(sid) ||
      state.recordings.some(({ transcriptionSids }) => transcriptionSids.includes(sid)),
    addIncomingCall: (given) => void state.incomingCalls.push(newIncomingCall(given)),
    addLeg: (given) => void state.legs.push(newLeg(given)),
    callsTo: (number) => state.calls.filter(({ to }) => to === number),
    textsTo: (number) => state.texts.filter(({ to }) => to === number),
    fail: (on, fault, times = Number.POSITIVE_INFINITY) => void rules.push({ on, fault, times }),
    limitPages: (size) => {
      state.largestPage = size;
    },
    takeRequests: (about = /./) => {
      const taken = received.filter((request) => about.test(lineOf(request)));
      received = received.filter((request) => !taken.includes(request));
      return taken;
    },
    heal: () => {
      rules = [];
      state.largestPage = largestPage;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

const lineOf = ({ method, path, query }: ReceivedRequest) => `${method} ${path}?${query}`;

async function receive(incoming: IncomingMessage): Promise<ReceivedRequest> {
  const body = await readAll(incoming);
  const { pathname, searchParams } = new URL(incoming.url ?? "/", "http://localhost");
  return {
    method: incoming.method ?? "GET",
    path: pathname,
    query: searchParams,
    authorization: incoming.headers.authorization ?? null,
    contentType: incoming.headers["content-type"] ?? null,
    range: incoming.headers.range ?? null,
    form: new URLSearchParams(body.toString()),
  };
}

function whole({ status, body, headers }: RestAnswer): WholeAnswer {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body === null ? "" : JSON.stringify(body));
  return { status, headers: { "content-type": "application/json", ...headers }, body: bytes };
}

const refusalOf = ({
  status,
  code = 20000 + status,
  message = "Something is wrong",
}: StatusFault): RestAnswer => refuse(status, code, message);
