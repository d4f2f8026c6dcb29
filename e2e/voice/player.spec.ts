import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import type { CallPlan } from "../player/call-plan";
import { picksUpAndPresses, takesTheCall } from "../player/callee";
import { type CallerStep, leavesMessage, presses, says, scripted } from "../player/caller";
import { playCall } from "../player/play-call";
import { sid } from "../twilio/twilio";

/** An app that answers what it is told to: the player has to find what is wrong with it. */
interface Told {
  status?: number;
  type?: string;
  body: string;
}

let server: Server;
let answers: Record<string, Told | string>;
let asked: { path: string; parameters: URLSearchParams }[];

test.beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const path = request.url ?? "";
    asked.push({ path, parameters: new URLSearchParams(body) });
    const found =
      answers[path] ?? (path === "/api/voice/status" ? { status: 204, body: "" } : { status: 404, body: "" });
    const told = typeof found === "string" ? { body: `<Response>${found}</Response>` } : found;
    response.writeHead(told.status ?? 200, { "content-type": told.type ?? "text/xml" }).end(told.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
test.afterAll(() => server.close());

/** Plays a call with an app that answers so. `{app}` stands for its address. */
async function play(
  given: Record<string, Told | string>,
  caller: CallerStep[] = [],
  more: Partial<CallPlan> = {},
) {
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const withAddress = (told: Told | string) =>
    typeof told === "string"
      ? told.replaceAll("{app}", baseUrl)
      : { ...told, body: told.body.replaceAll("{app}", baseUrl) };
  answers = Object.fromEntries(Object.entries(given).map(([path, told]) => [path, withAddress(told)]));
  asked = [];
  return playCall({
    account: { accountSid: sid("AC"), authToken: "a token", baseUrl },
    to: "+12125550100",
    caller: scripted(caller).party,
    phone: () => takesTheCall(),
    ...more,
  });
}

const polite = "<Say>We are sorry.</Say><Hangup/>";
const fallback = { "/api/voice/fallback": polite };

const wrongs: [string, Record<string, Told | string>, RegExp][] = [
  ["hangs up in silence", { "/api/voice": "<Hangup/>" }, /hung up on in silence/],
  ["says nothing but a pause", { "/api/voice": '<Pause length="3"/>' }, /hung up on in silence/],
  ["has an empty text", { "/api/voice": "<Say></Say>" }, /hung up on in silence/],
  [
    "asks for a key without a word",
    { "/api/voice": `<Gather/>${polite}` },
    /asked for something without a word/,
  ],
  ["records without a word", { "/api/voice": `<Record/>${polite}` }, /recorded without having been told/],
  ["has an error", { "/api/voice": { status: 500, body: "Oops" }, ...fallback }, /entry: answered with 500/],
  ["refuses the signature", { "/api/voice": { status: 403, body: "" }, ...fallback }, /answered with 403/],
  [
    "sends a page",
    { "/api/voice": { type: "text/html", body: "<p>" }, ...fallback },
    /answered with text\/html/,
  ],
  ["sends no XML", { "/api/voice": "<Say>Fish & chips</Say>", ...fallback }, /Line 1: An & must be written/],
  ["sends a verb of its own", { "/api/voice": "<Sing>La</Sing>", ...fallback }, /<Sing> is not something/],
  ["sends too much", { "/api/voice": `<Say>${"la ".repeat(22_000)}</Say>`, ...fallback }, /more than 64 kB/],
  [
    "has lost a sound",
    { "/api/voice": "<Play>{app}/sounds/gone.wav</Play><Hangup/>" },
    /gone.wav came with 404/,
  ],
  [
    "rings with nothing to show",
    { "/api/voice": "<Dial><Number>+12125550142</Number></Dial>" },
    /which is no number/,
  ],
];

for (const [what, given, fault] of wrongs) {
  test(`an app that ${what} is found out`, async () => {
    const call = await play(given, [], what.includes("nothing to show") ? { from: "client:ann" } : {});
    expect(call.faults).toEqual([expect.stringMatching(fault)]);
  });
}

test("an app whose fallback URL fails too leaves the caller with an application error", async () => {
  const call = await play({ "/api/voice": { status: 500, body: "" } });
  expect(call.ended).toBe("an application error");
  expect(call.faults).toContain("The caller heard that an application error has occurred");
});

test("an app that only ever redirects is found out", async () => {
  const call = await play({ "/api/voice": "<Redirect>{app}/api/voice</Redirect>", ...fallback });
  expect(asked.filter(({ path }) => path === "/api/voice")).toHaveLength(11);
  expect(call.faults[0]).toBe("More than 10 redirects in a row");
});

test("an app that rings for ever is found out", async () => {
  const again = '<Dial action="{app}/api/voice"><Number url="{app}/ask">+12125550142</Number></Dial>';
  const call = await play({ "/api/voice": again, "/ask": "<Say>Hello.</Say><Hangup/>" });
  expect(call.faults[0]).toContain("would have gone on");
});

const gathers: [string, string, CallerStep, Record<string, string> | null][] = [
  ["keys up to the number asked for", 'numDigits="2"', presses("1234"), { Digits: "12" }],
  ["keys up to the hash", "", presses("12#34"), { Digits: "12", FinishedOnKey: "#" }],
  ["keys that nothing ends", "", presses("12"), { Digits: "12" }],
  ["the hash, where no key ends", 'numDigits="1" finishOnKey=""', presses("#"), { Digits: "#" }],
  ["no keys before the hash", "", presses("#"), null],
  ["no words, where keys are asked for", "", says("sales"), null],
  ["words", 'input="dtmf speech"', says("sales"), { SpeechResult: "sales" }],
];

for (const [what, attributes, step, sent] of gathers) {
  test(`a gather takes ${what}`, async () => {
    const gather = `<Gather action="{app}/got" ${attributes}><Say>Please choose.</Say></Gather>`;
    const call = await play({ "/api/voice": gather + polite, "/got": polite }, [step]);
    const got = asked.find(({ path }) => path === "/got");
    expect(got ? Object.fromEntries(got.parameters) : null).toEqual(sent && expect.objectContaining(sent));
    expect(call.heard).toEqual(["Please choose.", "We are sorry."]);
  });
}

const orders = {
  prompt: ["/done", "/kept", "/written", "/api/voice/status"],
  early: ["/kept", "/written", "/done", "/api/voice/status"],
  late: ["/done", "/api/voice/status", "/written", "/kept"],
} as const;

for (const callbacks of ["prompt", "early", "late"] as const) {
  test(`a recording and its transcription are reported where the app asks for it: ${callbacks}`, async () => {
    const record =
      '<Say>Please speak.</Say><Record action="{app}/done" transcribe="true" transcribeCallback="{app}/written" recordingStatusCallback="{app}/kept"/>';
    const taken = { status: 204, body: "" };
    const answers = { "/api/voice": record, "/done": polite, "/written": taken, "/kept": taken };
    const call = await play(answers, [leavesMessage(8)], { treatment: { callbacks } });
    expect(call.faults).toEqual([]);
    expect(asked.slice(1).map(({ path }) => path)).toEqual(orders[callbacks]);
    for (const path of ["/kept", "/written", "/done"]) {
      const parameters = asked.find((one) => one.path === path)?.parameters;
      expect(parameters?.get("RecordingSid"), path).toBe(call.messages[0]?.recordingSid);
      expect(parameters?.get("CallSid"), path).toBe(call.callSid);
    }
  });
}

test("phones with an order of their own ring one after another, SIP phones too", async () => {
  const dial =
    '<Dial sequential="true" action="{app}/over"><Sip url="{app}/ask">sip:ann@example.com</Sip><Sip>sip:ben@example.com</Sip></Dial>';
  const call = await play(
    { "/api/voice": dial, "/over": "<Hangup/>", "/ask": `<Gather><Say>Press 1.</Say></Gather><Hangup/>` },
    [],
    {
      phone: ({ number }) => (number.includes("ann") ? picksUpAndPresses("") : takesTheCall()),
    },
  );
  expect(call.faults).toEqual([]);
  expect(call.legs.map(({ number }) => number)).toEqual(["sip:ann@example.com", "sip:ben@example.com"]);
  expect(call.ended).toBe("talked to sip:ben@example.com");
});
