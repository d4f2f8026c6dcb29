import { describe, expect, test } from "vitest";
import { checkTwiml } from "./check-twiml";
import type { FaultCode } from "./twiml-fault";

/** "severity code line:column", one a fault. */
function faultsOf(xml: string, options = {}): string[] {
  return checkTwiml(xml, options).map(
    ({ severity, code, line, column }) => `${severity} ${code} ${line}:${column}`,
  );
}

function messagesOf(inside: string): string[] {
  return checkTwiml(`<Response>${inside}</Response>`).map(({ message }) => message);
}

describe("a document with several faults", () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<Response>
  <Say voice="woman">Hello</Say>
  <Sya>Hello again</Sya>
  <Gather numdigits="1" timeout="soon" action="/menu">
    Press one
    <Number>+14155550101</Number>
  </Gather>
  <Hangup/>
  <Say>Never heard</Say>
</Response>`;

  test("has each of them, in the order of the text", () => {
    expect(checkTwiml(xml).map(({ message }) => message)).toEqual([
      "Line 4: <Sya> is not something Twilio can do. Did you mean <Say>?",
      "Line 5: <Gather> has no attribute “numdigits”. Did you mean numDigits?",
      "Line 5: timeout of <Gather> must be a whole number, 1 or more, or auto, not “soon”.",
      "Line 5: action of <Gather> must be a whole web address, beginning with https://; “/menu” is not one.",
      "Line 6: Text directly inside <Gather> does nothing. To have it spoken, put it inside <Say>.",
      "Line 7: <Number> cannot stand inside <Gather>. It belongs inside <Dial>.",
      "Line 10: <Say> is never reached: <Hangup> ends the call (line 9).",
    ]);
  });

  test("has them at their places", () => {
    expect(faultsOf(xml)).toEqual([
      "error unknown-element 4:3",
      "error unknown-attribute 5:11",
      "error wrong-value 5:25",
      "error wrong-url 5:40",
      "error unexpected-text 6:5",
      "error misplaced-element 7:5",
      "warning never-reached 10:3",
    ]);
  });
});

describe("what an office uses has no fault at all", () => {
  test.each<[what: string, xml: string]>([
    [
      "ringing a team, with screening, then voicemail",
      `<?xml version="1.0" encoding="UTF-8"?>
<Response>
  <!-- Rings two mobiles at once. -->
  <Dial timeout="20" answerOnBridge="true" callerId="+14155550100" action="https://office.example/api/voice/steps/after">
    <Number url="https://office.example/api/voice/steps/screen">+14155550101</Number>
    <Number url="https://office.example/api/voice/steps/screen">+442071838750</Number>
  </Dial>
</Response>`,
    ],
    [
      "a keypad menu that says goodbye",
      `<Response>
  <Gather numDigits="1" timeout="8" action="https://office.example/api/voice/steps/menu">
    <Say voice="Polly.Joanna-Neural" language="en-US">For sales, press 1. <break time="300ms"/> For Smith &amp; Sons, press 2.</Say>
  </Gather>
  <Say>We heard nothing. Goodbye.</Say>
  <Hangup/>
</Response>`,
    ],
    [
      "voicemail that is written down",
      `<Response>
  <Play>https://office.example/greeting.mp3</Play>
  <Record maxLength="120" finishOnKey="#" transcribe="true" transcribeCallback="https://office.example/transcribed"
          recordingStatusCallback="https://office.example/recorded" recordingStatusCallbackEvent="completed absent"
          action="https://office.example/thanks"/>
  <Say>Nothing was recorded.</Say>
</Response>`,
    ],
    ["a call that is turned away", "<Response><Reject reason='busy'/></Response>"],
  ])("%s", (_what, xml) => {
    expect(checkTwiml(xml)).toEqual([]);
  });
});

describe("structure", () => {
  test.each<[what: string, inside: string, message: RegExp]>([
    [
      "a verb in small letters",
      "<say>Hi</say>",
      /<say> is not something Twilio can do. Did you mean <Say>\?/,
    ],
    ["a verb that is like no other", "<Teleport/>", /<Teleport> is not something Twilio can do\.$/],
    [
      "a verb inside one that takes none",
      "<Say><Dial>+14155550101</Dial></Say>",
      /<Dial> cannot stand inside <Say>. It belongs inside <Response>/,
    ],
    [
      "a noun among verbs",
      "<Number>+14155550101</Number>",
      /<Number> cannot stand inside <Response>. It belongs inside <Dial>/,
    ],
    ["speech marks outside speech", "<break/>", /It belongs inside <Say>\.$/],
    ["HTML", "<Say>Press <b>one</b></Say>", /<b> is not something Twilio can do/],
    ["names that mean something to JavaScript", "<constructor/>", /<constructor> is not something/],
    [
      "words among verbs",
      "Hello!",
      /Text directly inside <Response> does nothing. To have it spoken, put it inside <Say>/,
    ],
    ["words where there are none", "<Hangup>now</Hangup>", /Text directly inside <Hangup> does nothing\.$/],
    [
      "a noun that only the builder knows as a verb",
      "<Queue>support</Queue>",
      /<Queue> only does something inside <Dial>/,
    ],
    ["an empty number", "<Dial><Number/></Dial>", /<Number> is empty\.$/],
    ["an empty client", "<Dial><Client/></Dial>", /<Client> is empty/],
    ["an empty speech", "<Say></Say>", /<Say> is empty, so nothing happens/],
  ])("finds %s", (_what, inside, message) => {
    expect(messagesOf(inside)).toEqual([expect.stringMatching(message)]);
  });

  test("an empty speech or a noun among verbs is a warning, anything else that is out of place an error", () => {
    expect(faultsOf("<Response><Say/></Response>")).toEqual(["warning missing-text 1:11"]);
    expect(faultsOf("<Response><Queue>a</Queue></Response>")).toEqual(["warning misplaced-element 1:11"]);
    expect(faultsOf("<Response><Number>1</Number></Response>")).toEqual(["error misplaced-element 1:11"]);
    expect(faultsOf("<Response><Dial><Number/></Dial></Response>")).toEqual(["error missing-text 1:17"]);
  });

  test("says one thing of an unknown element, whatever is inside it", () => {
    expect(messagesOf("<Sya foo='1'><Bar/></Sya>")).toHaveLength(1);
  });

  test("a noun is looked up where it stands: <Sip> in <Refer> has no attributes", () => {
    expect(messagesOf("<Dial><Sip username='a'>sip:a@example.com</Sip></Dial>")).toEqual([]);
    expect(messagesOf("<Refer><Sip username='a'>sip:a@example.com</Sip></Refer>")).toHaveLength(1);
  });
});

describe("attributes", () => {
  test.each<[what: string, inside: string, severity: "error" | "warning", message: RegExp]>([
    [
      "one that the element does not have",
      "<Hangup reason='x'/>",
      "error",
      /<Hangup> has no attribute “reason”\.$/,
    ],
    ["one called like a method", "<Say toString='x'>a</Say>", "error", /has no attribute “toString”/],
    ["a namespace", "<Hangup xmlns='urn:x'/>", "error", /has no attribute “xmlns”/],
    [
      "a number in words",
      "<Pause length='two'/>",
      "error",
      /length of <Pause> must be a whole number, 1 or more, not “two”/,
    ],
    ["part of a number", "<Pause length='1.5'/>", "error", /not “1.5”/],
    ["a negative number", "<Pause length='-1'/>", "error", /not “-1”/],
    ["a number that is too small", "<Pause length='0'/>", "error", /1 or more/],
    [
      "a number that is too large",
      "<Dial timeout='601'>+14155550101</Dial>",
      "error",
      /timeout of <Dial> must be a whole number from 1 to 600/,
    ],
    ["nothing where a number belongs", "<Record maxLength=''/>", "error", /not “”/],
    [
      "yes for true",
      "<Record playBeep='yes'/>",
      "error",
      /playBeep of <Record> cannot be “yes”. It takes true or false/,
    ],
    ["TRUE for true", "<Record playBeep='TRUE'/>", "warning", /should be written true/],
    ["a misspelt choice", "<Reject reason='bussy'/>", "error", /cannot be “bussy”. Did you mean busy\?/],
    ["a choice that is none of few", "<Reject reason='holiday'/>", "error", /It takes rejected or busy/],
    [
      "a choice that is none of many",
      "<Dial ringTone='moon'>+14155550101</Dial>",
      "error",
      /cannot be “moon”\.$/,
    ],
    [
      "a choice in other letters",
      "<Reject reason='Busy'/>",
      "warning",
      /should be written busy, in exactly these letters/,
    ],
    [
      "an unknown voice",
      "<Say voice='Polly.Joana'>a</Say>",
      "warning",
      /not on Twilio's list of voices.* Did you mean Polly.Joanna\?/,
    ],
    [
      "an unknown language",
      "<Say language='en-UK'>a</Say>",
      "warning",
      /“en-UK”, which is not on Twilio's list/,
    ],
    [
      "an unknown word in a list",
      "<Gather input='dtmf touch'/>",
      "error",
      /input of <Gather> cannot be “touch”/,
    ],
    ["commas in a list", "<Gather input='dtmf,speech'/>", "error", /spaces between its words, not commas/],
    ["an empty list", "<Gather input=' '/>", "error", /input of <Gather> is empty/],
    [
      "a method of HTTP that Twilio does not use",
      "<Redirect method='PUT'>https://a.example</Redirect>",
      "error",
      /GET or POST, not “PUT”/,
    ],
    ["two keys where one ends", "<Gather finishOnKey='#*'/>", "error", /takes one digit, \* or #/],
    ["a letter where keys end", "<Record finishOnKey='a'/>", "error", /takes digits, \* and #/],
    [
      "words where keys are sent",
      "<Play digits='one'/>",
      "error",
      /digits of <Play> takes digits, \* and #, and w/,
    ],
    [
      "a caller ID that is no number",
      "<Dial callerId='555 0101'>+14155550101</Dial>",
      "warning",
      /may not accept “555 0101” as callerId/,
    ],
    ["a text to no number", "<Sms to='Ana'>Hi</Sms>", "error", /“Ana” in <Sms> is not a phone number/],
  ])("finds %s", (_what, inside, severity, message) => {
    const faults = checkTwiml(`<Response>${inside}</Response>`);
    expect(faults.map((fault) => fault.message)).toEqual([expect.stringMatching(message)]);
    expect(faults[0]?.severity).toBe(severity);
  });

  test.each<[what: string, inside: string]>([
    [
      "the ends of a range",
      "<Dial timeout='600' timeLimit='86400'>+14155550101</Dial><Dial timeout='1'>+14155550101</Dial>",
    ],
    ["a silence of any length", "<Record timeout='0'/>"],
    ["speech over and over", "<Say loop='0'>a</Say>"],
    ["a wait that Twilio decides", "<Gather timeout='auto' speechTimeout='auto' input='speech'/>"],
    ["any key or none to end", "<Gather finishOnKey=''/><Record finishOnKey=''/><Record finishOnKey='12#'/>"],
    ["older names of recordings", "<Dial record='true'>+14155550101</Dial>"],
    ["a method in small letters", "<Gather method='get'/>"],
    ["a list in any order, on several lines", "<Gather input='speech\n   dtmf'/>"],
    ["spaces around a value", "<Pause length=' 2 '/>"],
    [
      "a client or a name as caller ID",
      "<Dial callerId='client:ana'><Client>bo</Client></Dial><Dial callerId='bo'><Sip>sip:a@b.example</Sip></Dial>",
    ],
    ["silence instead of music", "<Enqueue waitUrl=''>support</Enqueue>"],
    ["keys instead of a sound", "<Play digits='ww12#'/>"],
  ])("takes %s", (_what, inside) => {
    expect(messagesOf(inside)).toEqual([]);
  });
});

describe("addresses", () => {
  test.each<[what: string, inside: string]>([
    ["a path", "<Redirect>/next</Redirect>"],
    ["a path without a slash", "<Redirect>next.xml</Redirect>"],
    ["a host alone", "<Redirect>www.example.com</Redirect>"],
    ["nothing", "<Redirect/>"],
    ["another scheme", "<Play>ftp://example.com/a.mp3</Play>"],
    ["a script", "<Play>javascript:alert(1)</Play>"],
    ["a space inside", "<Play>https://example.com/a b.mp3</Play>"],
    ["no host", "<Play>https:///a.mp3</Play>"],
    ["no sound and no keys", "<Play/>"],
    ["an empty action", "<Gather action=''/>"],
    ["a path in url of a noun", "<Dial><Number url='/screen'>+14155550101</Number></Dial>"],
    ["a path in a callback", "<Record recordingStatusCallback='/done'/>"],
    ["a page in place of a socket", "<Start><Stream url='https://example.com'/></Start>"],
  ])("must be whole: %s is not", (_what, inside) => {
    expect(faultsOf(`<Response>${inside}</Response>`)).toEqual([expect.stringMatching(/^error wrong-url/)]);
  });

  test.each<[what: string, inside: string]>([
    ["https", "<Play>https://example.com/a.mp3?x=1&amp;y=2</Play>"],
    ["http", "<Redirect> http://example.com </Redirect>"],
    ["a name and a password", "<Redirect>https://user:secret@example.com/</Redirect>"],
    ["a socket where one belongs", "<Connect><Stream url='wss://example.com/audio'/></Connect>"],
  ])("may be %s", (_what, inside) => {
    expect(faultsOf(`<Response>${inside}</Response>`)).toEqual([]);
  });

  test("that the caller allows may be anything", () => {
    const xml = "<Response><Gather action='steps/menu'/><Redirect>/elsewhere</Redirect></Response>";
    expect(faultsOf(xml, { allowsUrl: (url: string) => url.startsWith("steps/") })).toEqual([
      "error wrong-url 1:40",
    ]);
    expect(faultsOf(xml, { allowsUrl: () => true })).toEqual([]);
  });
});

describe("the document as a whole", () => {
  test.each<[what: string, code: FaultCode, severity: string, xml: string]>([
    ["is not TwiML", "wrong-root", "error", "<html/>"],
    ["does nothing", "empty-response", "warning", "<Response>\n</Response>"],
    [
      "claims another encoding",
      "encoding",
      "warning",
      "<?xml version='1.0' encoding='ISO-8859-1'?><Response><Hangup/></Response>",
    ],
    ["cannot be read", "not-well-formed", "error", "<Response><Sya></Response>"],
  ])("%s", (_what, code, severity, xml) => {
    expect(checkTwiml(xml)).toEqual([expect.objectContaining({ code, severity })]);
  });

  test("quotes only the beginning of something very long", () => {
    const [fault] = checkTwiml(`<Response><Redirect>${"x".repeat(5_000)}</Redirect></Response>`);
    expect(fault?.message.length).toBeLessThan(200);
  });
});
