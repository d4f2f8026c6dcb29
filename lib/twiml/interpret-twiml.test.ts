import { describe, expect, test } from "vitest";
import { interpretTwiml } from "./interpret-twiml";

const stepsOf = (verbs: string) => interpretTwiml(`<Response>${verbs}</Response>`).steps;
const firstStepOf = (verb: string) => stepsOf(verb)[0];

describe("with nothing but its name, a verb does what its page at Twilio says", () => {
  test.each<[verb: string, step: object]>([
    ["<Say>Hello</Say>", { kind: "say", line: 1, text: "Hello", voice: null, language: null, loop: 1 }],
    [
      "<Play>https://a.example/b.mp3</Play>",
      { kind: "play", line: 1, url: "https://a.example/b.mp3", digits: null, loop: 1 },
    ],
    ["<Pause/>", { kind: "pause", line: 1, lengthSeconds: 1 }],
    [
      "<Gather/>",
      {
        ...{ kind: "gather", line: 1, prompts: [], input: ["dtmf"], numDigits: null, finishOnKey: "#" },
        ...{ timeoutSeconds: 5, speechTimeoutSeconds: 5, action: null, method: "POST" },
        ...{ actionOnEmptyResult: false, language: "en-US", hints: null },
      },
    ],
    [
      "<Dial>+14155550101</Dial>",
      {
        ...{
          kind: "dial",
          line: 1,
          sequential: false,
          timeoutSeconds: 30,
          timeLimitSeconds: 14_400,
          callerId: null,
        },
        ...{
          answerOnBridge: false,
          hangupOnStar: false,
          record: "do-not-record",
          recordingStatusCallback: null,
        },
        ...{ action: null, method: "POST" },
        targets: [
          {
            kind: "number",
            number: "+14155550101",
            sendDigits: null,
            whenAnswered: null,
            statusCallback: null,
          },
        ],
      },
    ],
    [
      "<Record/>",
      {
        ...{
          kind: "record",
          line: 1,
          maxLengthSeconds: 3600,
          timeoutSeconds: 5,
          finishOnKey: "1234567890*#",
        },
        ...{ playBeep: true, trim: "trim-silence", transcribe: false, transcribeCallback: null },
        ...{ recordingStatusCallback: null, action: null, method: "POST" },
      },
    ],
    [
      "<Enqueue>support</Enqueue>",
      {
        kind: "enqueue",
        line: 1,
        queue: "support",
        workflowSid: null,
        waitUrl: null,
        action: null,
        method: "POST",
      },
    ],
    ["<Sms>Hi</Sms>", { kind: "sms", line: 1, text: "Hi", to: null, from: null }],
    [
      "<Redirect>https://a.example</Redirect>",
      { kind: "redirect", line: 1, url: "https://a.example", method: "POST" },
    ],
    ["<Hangup/>", { kind: "hangup", line: 1, isEndOfDocument: false }],
    ["<Reject/>", { kind: "reject", line: 1, reason: "rejected" }],
    ["<Leave/>", { kind: "leave", line: 1 }],
    ["<Echo/>", { kind: "other", line: 1, verb: "Echo", nouns: [], action: null }],
  ])("%s", (verb, step) => {
    expect(firstStepOf(verb)).toEqual(step);
  });
});

describe("what is written counts", () => {
  test.each<[what: string, verb: string, step: object]>([
    [
      "voice, language and loop",
      "<Say voice='Polly.Amy' language='en-GB' loop='0'>Hi</Say>",
      { voice: "Polly.Amy", language: "en-GB", loop: 0 },
    ],
    [
      "speech with markup",
      "<Say>Press <say-as interpret-as='digits'>1</say-as>\n  now</Say>",
      { text: "Press 1 now" },
    ],
    ["keys to send", "<Play digits='ww1'/>", { url: "", digits: "ww1" }],
    [
      "a question in speech or keys",
      "<Gather input='speech dtmf' numDigits='1' timeout='3' speechTimeout='auto' finishOnKey='' action='https://a.example' method='get'/>",
      {
        ...{ input: ["speech", "dtmf"], numDigits: 1, timeoutSeconds: 3, speechTimeoutSeconds: "auto" },
        ...{ finishOnKey: "", action: "https://a.example", method: "GET" },
      },
    ],
    ["a pause after speech as long as that after keys", "<Gather timeout='8'/>", { speechTimeoutSeconds: 8 }],
    [
      "prompts inside a question, in order",
      "<Gather><Say>One</Say><Pause length='2'/><Play>https://a.example</Play></Gather>",
      {
        prompts: [
          { kind: "say", text: "One" },
          { kind: "pause", lengthSeconds: 2 },
          { kind: "play", url: "https://a.example" },
        ],
      },
    ],
    [
      "two minutes for a recording that is written down",
      "<Record transcribe='true'/>",
      { maxLengthSeconds: 120, transcribe: true },
    ],
    [
      "a recording without beep or end",
      "<Record playBeep='false' finishOnKey='' timeout='0' maxLength='60'/>",
      { playBeep: false, finishOnKey: "", timeoutSeconds: 0, maxLengthSeconds: 60 },
    ],
    [
      "older names of recordings",
      "<Dial record='true'>+14155550101</Dial>",
      { record: "record-from-answer" },
    ],
    ["silence instead of music", "<Enqueue waitUrl=''>a</Enqueue>", { waitUrl: "" }],
    ["the busy signal", "<Reject reason='busy'/>", { reason: "busy" }],
    [
      "what is inside other verbs",
      "<Connect><Stream url='wss://a.example'/></Connect>",
      { verb: "Connect", nouns: ["Stream"] },
    ],
  ])("%s", (_what, verb, step) => {
    expect(firstStepOf(verb)).toMatchObject(step);
  });

  test.each<[what: string, verb: string, step: object]>([
    ["a number that is none", "<Dial timeout='soon'>+14155550101</Dial>", { timeoutSeconds: 30 }],
    ["no digits at all", "<Gather numDigits='0'/>", { numDigits: null }],
    ["a length of nothing", "<Record maxLength='0'/>", { maxLengthSeconds: 3600 }],
    ["yes for true", "<Record playBeep='yes'/>", { playBeep: true }],
    ["an input that Twilio does not know", "<Gather input='touch'/>", { input: ["dtmf"] }],
    ["a reason that Twilio does not know", "<Reject reason='tired'/>", { reason: "rejected" }],
  ])("nonsense does not: %s", (_what, verb, step) => {
    expect(firstStepOf(verb)).toMatchObject(step);
  });
});

test("a dial has its targets with what each of them hears first", () => {
  const [dial] = stepsOf(`
    <Dial timeout="20" sequential="true" answerOnBridge="true" callerId="+14155550100" action="https://a.example/after">
      <Number url="https://a.example/screen" method="GET" sendDigits="w1" statusCallback="https://a.example/status"> +14155550101 </Number>
      <Client><Identity>ana</Identity><Parameter name="a" value="b"/></Client>
      <Sip url="https://a.example/screen"><Uri>sip:a@b.example</Uri><Uri>sip:c@b.example</Uri></Sip>
      <Sip>sip:d@b.example</Sip>
      <Conference>Front desk</Conference>
      <Queue>support</Queue>
      <Application><ApplicationSid>AP1</ApplicationSid></Application>
    </Dial>`);
  const nothing = { whenAnswered: null, statusCallback: null };
  expect(dial).toMatchObject({
    timeoutSeconds: 20,
    sequential: true,
    answerOnBridge: true,
    callerId: "+14155550100",
  });
  expect(dial).toHaveProperty("targets", [
    {
      ...{
        kind: "number",
        number: "+14155550101",
        sendDigits: "w1",
        statusCallback: "https://a.example/status",
      },
      whenAnswered: { url: "https://a.example/screen", method: "GET" },
    },
    { kind: "client", identity: "ana", ...nothing },
    {
      ...{ kind: "sip", uris: ["sip:a@b.example", "sip:c@b.example"], ...nothing },
      whenAnswered: { url: "https://a.example/screen", method: "POST" },
    },
    { kind: "sip", uris: ["sip:d@b.example"], ...nothing },
    { kind: "conference", name: "Front desk" },
    { kind: "queue", name: "support" },
    { kind: "other", noun: "Application", text: "AP1" },
  ]);
});

describe("a document", () => {
  const kindsOf = (verbs: string) => stepsOf(verbs).map(({ kind }) => kind);

  test.each<[what: string, verbs: string, kinds: string[]]>([
    ["ends where it hangs up", "<Say>a</Say><Hangup/><Say>b</Say>", ["say", "hangup"]],
    ["ends where it rejects", "<Reject/><Say>b</Say>", ["reject"]],
    ["ends where it goes elsewhere", "<Redirect>https://a.example</Redirect><Say>b</Say>", ["redirect"]],
    ["ends where it leaves the queue", "<Leave/><Say>b</Say>", ["leave"]],
    [
      "ends at a dial with an action",
      "<Dial action='https://a.example'>+14155550101</Dial><Say>b</Say>",
      ["dial"],
    ],
    ["goes on after a dial without one", "<Dial>+14155550101</Dial><Say>b</Say>", ["dial", "say", "hangup"]],
    [
      "goes on when nothing is pressed",
      "<Gather action='https://a.example'/><Say>b</Say>",
      ["gather", "say", "hangup"],
    ],
    [
      "ends where even silence is an answer",
      "<Gather action='https://a.example' actionOnEmptyResult='true'/><Say>b</Say>",
      ["gather"],
    ],
    [
      "goes on when nothing is recorded",
      "<Record action='https://a.example'/><Say>b</Say>",
      ["record", "say", "hangup"],
    ],
    [
      "passes over what Twilio does not know",
      "<Sya>a</Sya><Number>1</Number><Say>b</Say>",
      ["say", "hangup"],
    ],
    ["hangs up where it stops", "", ["hangup"]],
  ])("%s", (_what, verbs, kinds) => {
    expect(kindsOf(verbs)).toEqual(kinds);
  });

  test("says of its last hang-up whether somebody wrote it", () => {
    expect(stepsOf("<Say>a</Say>").at(-1)).toEqual({ kind: "hangup", line: 1, isEndOfDocument: true });
  });

  test("says where each verb stands", () => {
    expect(stepsOf("\n<Say>a</Say>\n\n<Pause/>").map(({ line }) => line)).toEqual([2, 4, 1]);
  });

  test.each([
    ["that cannot be read", "<Response><Say>", "not-well-formed"],
    ["that is something else", "<html/>", "wrong-root"],
    ["that is too large", `<Response>${" ".repeat(70_000)}</Response>`, "too-large"],
  ])("%s has no steps, but the reason", (_what, xml, code) => {
    expect(interpretTwiml(xml)).toMatchObject({ steps: [], fault: { code } });
  });
});
