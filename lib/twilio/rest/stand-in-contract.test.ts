import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyNumber } from "@/e2e/office/make-line";
import {
  answerSchema,
  faultsOfRequest,
  type OperationName,
  operations,
} from "@/e2e/twilio/contract/contract";
import type { ReceivedRequest } from "@/e2e/twilio/rest/answer-request";
import { type StandInTwilio, startTwilio } from "@/e2e/twilio/rest/start-twilio";
import { sid } from "@/e2e/twilio/twilio";
import { findEndOfLastLeg, findWhatWasRecorded, listCallsFrom } from "./calls-at-twilio";
import { connectToTwilio, type TwilioClient } from "./connection";
import {
  deleteRecordingAtTwilio,
  deleteTranscriptionAtTwilio,
  isRecordingAtTwilio,
} from "./delete-recording";
import {
  buyNumber,
  findNumberAtTwilio,
  listNumbersAtTwilio,
  releaseNumberAtTwilio,
  setVoiceSettings,
} from "./numbers-at-twilio";
import { searchNumbersForSale } from "./numbers-for-sale";
import { placeCall } from "./place-call";
import { findCallAtTwilio, listRecordingsAtTwilio, wasRecordedAtTwilio } from "./recordings-at-twilio";
import { settingsToRestore, wantedSettings } from "./voice-settings";

/**
 * The stand-in and the app, each held to Twilio's own description of its API: what the one answers, and what the other
 * asks. Texts are not in the contract, which is of calls and numbers; `stand-in.test.ts` holds them to the typings.
 */
const account = { accountSid: sid("AC"), authToken: sid("AC").slice(2) };
const [address, bundle] = [`AD${"a".repeat(32)}`, `BU${"b".repeat(32)}`];
let here: StandInTwilio;
let client: TwilioClient;

beforeAll(async () => {
  here = await startTwilio(account);
  const connection = connectToTwilio({
    TWILIO_ACCOUNT_SID: account.accountSid,
    TWILIO_AUTH_TOKEN: account.authToken,
    TWILIO_API_BASE_URL: here.origin,
  });
  if (!connection.isConnected) throw new Error("not connected");
  client = connection.client;
});
afterAll(() => here.close());

async function ask(name: OperationName, path: string, given: Record<string, string> = {}) {
  const [method = ""] = name.split(" ");
  const parameters = new URLSearchParams(given);
  const url = new URL(`/2010-04-01/Accounts/${account.accountSid}/${path}.json`, here.origin);
  const { accountSid, authToken } = account;
  if (method === "GET") url.search = parameters.toString();
  const answer = await fetch(url, {
    method,
    headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString("base64")}` },
    ...(method === "POST" && { body: parameters }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === "" ? null : JSON.parse(text) };
}

const offer = (more: Partial<Parameters<StandInTwilio["offer"]>[0]> = {}): string => {
  const number = anyNumber();
  here.offer({ number, country: "US", type: "Local", ...more });
  return number;
};

/**
 * In these lists alone Twilio writes "SMS" and "MMS" large, past its own description: the stand-in does what Twilio does,
 * and is held to the rest of it.
 */
async function askForSale(type: "Local" | "Mobile" | "TollFree") {
  offer({ type, locality: "New York", region: "NY" });
  const name = `GET AvailablePhoneNumbers/{CountryCode}/${type}` as const;
  const { status, body } = await ask(name, `AvailablePhoneNumbers/US/${type}`);
  for (const one of body.available_phone_numbers) {
    expect(Object.keys(one.capabilities)).toEqual(["voice", "SMS", "MMS", "fax"]);
    const { SMS: sms, MMS: mms, ...others } = one.capabilities;
    one.capabilities = { ...others, sms, mms };
  }
  return { status, body };
}

/** Each operation that the stand-in answers, on something that is there. */
const asking: Readonly<Record<OperationName, readonly (() => ReturnType<typeof ask>)[]>> = {
  "GET IncomingPhoneNumbers": [
    () => {
      for (let count = 0; count < 3; count++) here.addNumber();
      return ask("GET IncomingPhoneNumbers", "IncomingPhoneNumbers", { PageSize: "2" });
    },
    () => ask("GET IncomingPhoneNumbers", "IncomingPhoneNumbers", { PageSize: "2", Page: "1" }),
  ],
  "POST IncomingPhoneNumbers": [
    () => ask("POST IncomingPhoneNumbers", "IncomingPhoneNumbers", { PhoneNumber: offer() }),
    () => {
      const PhoneNumber = offer({ addressRequirement: "local", approvedBundle: bundle });
      const papers = { AddressSid: address, BundleSid: bundle };
      return ask("POST IncomingPhoneNumbers", "IncomingPhoneNumbers", { PhoneNumber, ...papers });
    },
  ],
  "GET IncomingPhoneNumbers/{Sid}": [
    () => ask("GET IncomingPhoneNumbers/{Sid}", `IncomingPhoneNumbers/${here.addNumber().sid}`),
  ],
  "POST IncomingPhoneNumbers/{Sid}": [
    () =>
      ask("POST IncomingPhoneNumbers/{Sid}", `IncomingPhoneNumbers/${here.addNumber().sid}`, {
        VoiceUrl: "https://phones.example.com/api/voice",
        TrunkSid: `TK${"0".repeat(32)}`,
      }),
  ],
  "DELETE IncomingPhoneNumbers/{Sid}": [
    () => ask("DELETE IncomingPhoneNumbers/{Sid}", `IncomingPhoneNumbers/${here.addNumber().sid}`),
  ],
  "GET AvailablePhoneNumbers/{CountryCode}/Local": [() => askForSale("Local")],
  "GET AvailablePhoneNumbers/{CountryCode}/Mobile": [() => askForSale("Mobile")],
  "GET AvailablePhoneNumbers/{CountryCode}/TollFree": [() => askForSale("TollFree")],
  "POST Calls": [
    () => {
      const call = { To: "+14155550123", From: here.addNumber().number, Url: "https://phones.example.com/x" };
      return ask("POST Calls", "Calls", call);
    },
  ],
  "GET Calls": [
    () => {
      const call = { sid: sid("CA"), from: anyNumber(), to: here.addNumber().number };
      here.addIncomingCall(call);
      return ask("GET Calls", "Calls", { From: call.from, "StartTime>": "2020-01-01T00:00:00Z" });
    },
    () => {
      const parentSid = sid("CA");
      here.addLeg({ parentSid });
      return ask("GET Calls", "Calls", { ParentCallSid: parentSid });
    },
  ],
  "GET Calls/{CallSid}/Events": [
    () => {
      const call = { sid: sid("CA"), from: anyNumber(), to: here.addNumber().number };
      const requests = [{ url: "https://phones.example.com/x", parameters: { CallSid: call.sid } }];
      here.addIncomingCall({ ...call, requests });
      return ask("GET Calls/{CallSid}/Events", `Calls/${call.sid}/Events`);
    },
  ],
  "GET Calls/{Sid}": [
    () => {
      const call = { sid: sid("CA"), from: anyNumber(), to: here.addNumber().number };
      here.addIncomingCall(call);
      return ask("GET Calls/{Sid}", `Calls/${call.sid}`);
    },
    async () => {
      const call = { To: "+14155550123", From: here.addNumber().number, Url: "https://phones.example.com/x" };
      const { body } = await ask("POST Calls", "Calls", call);
      return ask("GET Calls/{Sid}", `Calls/${body.sid}`);
    },
  ],
  "GET Recordings": [
    () => {
      for (let count = 0; count < 3; count++) here.addRecording();
      return ask("GET Recordings", "Recordings", { PageSize: "2" });
    },
    () => ask("GET Recordings", "Recordings", { CallSid: here.addRecording().callSid }),
  ],
  "GET Recordings/{RecordingSid}/Transcriptions": [
    () => {
      const recording = here.addRecording({ transcriptionSids: [sid("TR")] });
      return ask(
        "GET Recordings/{RecordingSid}/Transcriptions",
        `Recordings/${recording.sid}/Transcriptions`,
      );
    },
  ],
  "DELETE Recordings/{RecordingSid}/Transcriptions/{Sid}": [
    () => {
      const own = sid("TR");
      const recording = here.addRecording({ transcriptionSids: [own] });
      const path = `Recordings/${recording.sid}/Transcriptions/${own}`;
      return ask("DELETE Recordings/{RecordingSid}/Transcriptions/{Sid}", path);
    },
  ],
  "DELETE Transcriptions/{Sid}": [
    () => {
      const own = sid("TR");
      here.addTranscription(own);
      return ask("DELETE Transcriptions/{Sid}", `Transcriptions/${own}`);
    },
  ],
  "GET Recordings/{Sid}": [() => ask("GET Recordings/{Sid}", `Recordings/${here.addRecording().sid}`)],
  "DELETE Recordings/{Sid}": [() => ask("DELETE Recordings/{Sid}", `Recordings/${here.addRecording().sid}`)],
};

describe("the stand-in", () => {
  it.each(Object.keys(operations) as OperationName[])("answers %s as Twilio describes it", async (name) => {
    expect(asking[name].length).toBeGreaterThan(0);
    for (const once of asking[name]) {
      const { status, body } = await once();
      expect(status).toBe(operations[name].status);
      expect(answerSchema(name).safeParse(body).error?.issues ?? []).toEqual([]);
    }
  });

  it("would be found out: a field that is missing, made up or in another form does not pass", async () => {
    const { body } = await ask(
      "GET IncomingPhoneNumbers/{Sid}",
      `IncomingPhoneNumbers/${here.addNumber().sid}`,
    );
    const schema = answerSchema("GET IncomingPhoneNumbers/{Sid}");
    const { bundle_sid: _, ...withoutBundle } = body;
    expect(schema.safeParse(body).success).toBe(true);
    for (const wrong of [
      withoutBundle,
      { ...body, made_up: 1 },
      { ...body, trunk_sid: sid("CA") },
      { ...body, date_created: "2015-07-30T23:19:04Z" },
      { ...body, emergency_status: "Maybe" },
      { ...body, beta: "false" },
    ]) {
      expect(schema.safeParse(wrong).success).toBe(false);
    }
  });
});

/** The operation that a request is of, by its path below the account. */
function operationOf({ method, path }: ReceivedRequest): OperationName {
  const below = path.replace(`/2010-04-01/Accounts/${account.accountSid}/`, "").replace(/\.json$/, "");
  const template = below
    .replace(/^Recordings\/RE[0-9a-f]{32}\/Transcriptions/, "Recordings/{RecordingSid}/Transcriptions")
    .replace(/^Calls\/CA[0-9a-f]{32}\/Events$/, "Calls/{CallSid}/Events")
    .replace(/\/(CA|PN|RE|TR)[0-9a-f]{32}$/, "/{Sid}")
    .replace(/^AvailablePhoneNumbers\/[A-Z]{2}\//, "AvailablePhoneNumbers/{CountryCode}/");
  return `${method} ${template}` as OperationName;
}

describe("the app", () => {
  it("asks of Twilio what Twilio describes, in the forms that it takes", async () => {
    here.takeRequests();
    const types = [
      ["local", "Local"],
      ["mobile", "Mobile"],
      ["tollFree", "TollFree"],
    ] as const;
    for (const [type, offered] of types) {
      offer({ type: offered });
      await searchNumbersForSale(client, { country: "US", type, contains: "212", area: "212" });
      await searchNumbersForSale(client, { country: "US", type, area: "New York" });
    }
    const number = offer({ addressRequirement: "any", approvedBundle: bundle });
    const purchase = { number, friendlyName: "Desk", addressSid: address, bundleSid: bundle };
    const { sid: own } = await buyNumber(client, purchase);
    await listNumbersAtTwilio(client);
    await findNumberAtTwilio(client, own);
    const origin = "https://phones.example.com";
    await setVoiceSettings(client, own, wantedSettings(origin));
    const before = settingsToRestore(null);
    await setVoiceSettings(client, own, { ...before, trunkSid: `TK${"0".repeat(32)}` });
    await setVoiceSettings(client, own, { ...before, voiceApplicationSid: `AP${"0".repeat(32)}` });
    await placeCall(client, {
      to: "sip:ana@example.com",
      from: number,
      url: `${origin}/x`,
      statusUrl: `${origin}/y`,
      stages: ["ringing", "answered", "completed"],
    });
    const since = Temporal.Now.instant().subtract({ hours: 48 });
    const recording = here.addRecording({ transcriptionSids: [sid("TR")] });
    const { callSid } = recording;
    await listRecordingsAtTwilio(client, { since, limit: 100 });
    await wasRecordedAtTwilio(client, callSid, []);
    await findCallAtTwilio(client, callSid);
    await listCallsFrom(client, { from: anyNumber(), since });
    await findEndOfLastLeg(client, callSid);
    await findWhatWasRecorded(client, callSid);
    expect(await isRecordingAtTwilio(client, recording.sid)).toBe(true);
    await deleteRecordingAtTwilio(client, recording.sid);
    expect(await isRecordingAtTwilio(client, recording.sid)).toBe(false);
    await deleteTranscriptionAtTwilio(client, sid("TR"));
    await releaseNumberAtTwilio(client, own);

    const requests = here.takeRequests();
    const faults = requests.flatMap((request) => {
      const given = request.method === "POST" ? request.form : request.query;
      return faultsOfRequest(operationOf(request), given).map((fault) => `${operationOf(request)}: ${fault}`);
    });
    expect(faults).toEqual([]);
    const asked = new Set(requests.map(operationOf));
    const others = (Object.keys(operations) as OperationName[]).filter((name) => !asked.has(name));
    expect(others).toEqual([]);
  });

  it("would be found out: a parameter that Twilio does not know, or in another form", () => {
    const faults = (given: Record<string, string>) =>
      faultsOfRequest(
        "POST Calls",
        new URLSearchParams({ To: "+14155550123", From: "+12125550100", ...given }),
      );
    expect(faults({})).toEqual([]);
    expect(faults({ Adress: "x" })).toEqual(["Twilio knows no Adress"]);
    expect(faults({ Timeout: "soon" })).toEqual(["Timeout is soon"]);
    expect(faults({ Method: "PUT" })).toEqual(["Method is PUT"]);
    expect(faults({ From: "" })).toEqual(["From is missing"]);
  });
});
