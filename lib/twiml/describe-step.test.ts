import { describe, expect, test } from "vitest";
import { describeStep } from "./describe-step";
import { interpretTwiml } from "./interpret-twiml";
import type { Names } from "./step-words";

function sentenceFor(verb: string, names?: Names): string | undefined {
  const [step] = interpretTwiml(`<Response>${verb}</Response>`).steps;
  return step && describeStep(step, names);
}

describe("one sentence for each step", () => {
  test.each<[verb: string, sentence: string]>([
    ["<Say>Hello</Say>", "Says “Hello”."],
    ["<Say>Goodbye.</Say>", "Says “Goodbye.”"],
    ["<Say loop='2'>Hello</Say>", "Says “Hello”, twice."],
    ["<Say loop='0'>Hello</Say>", "Says “Hello”, over and over."],
    ["<Play loop='3'>https://a.example/b.mp3</Play>", "Plays https://a.example/b.mp3, 3 times."],
    ["<Play digits='ww1'/>", "Sends the keys ww1."],
    ["<Pause/>", "Waits 1 second."],
    ["<Pause length='120'/>", "Waits 2 minutes."],
    [
      "<Gather/>",
      "Waits 5 seconds for keys to be pressed, ended by #; with an answer, starts all this over.",
    ],
    [
      "<Gather numDigits='1' action='https://a.example/menu'><Say>Press 1 for sales.</Say><Pause/></Gather>",
      "Says “Press 1 for sales.”, waits 1 second, then waits 5 seconds for 1 key to be pressed; with an answer, goes on with https://a.example/menu.",
    ],
    [
      "<Gather input='speech dtmf' numDigits='4' finishOnKey='*' timeout='auto' actionOnEmptyResult='true' action='https://a.example'/>",
      "Waits for an answer in words or 4 keys to be pressed, ended by *; with or without an answer, goes on with https://a.example.",
    ],
    [
      "<Gather input='speech' action='https://a.example'/>",
      "Waits 5 seconds for an answer in words; with an answer, goes on with https://a.example.",
    ],
    ["<Dial>+14155550101</Dial>", "Rings +1 415 555 0101 for 30 seconds."],
    [
      "<Dial timeout='20'><Number>+14155550101</Number><Number>+442071838750</Number></Dial>",
      "Rings +1 415 555 0101 and +44 20 7183 8750 at once for 20 seconds.",
    ],
    [
      "<Dial sequential='true'><Number sendDigits='w1'>+14155550101</Number><Client>ana</Client><Sip>sip:a@b.example</Sip></Dial>",
      "Rings +1 415 555 0101 (then the keys w1), the app of ana and sip:a@b.example one after another, each for 30 seconds.",
    ],
    [
      "<Dial callerId='+14155550100' record='true' action='https://a.example/after'><Number url='https://a.example/screen'>+14155550101</Number></Dial>",
      "Rings +1 415 555 0101 for 30 seconds; whoever answers first hears https://a.example/screen; they see +1 415 555 0100 calling; the talk is recorded; afterwards goes on with https://a.example/after.",
    ],
    [
      "<Dial><Number url='https://a.example/screen'>+14155550101</Number><Number>+14155550102</Number></Dial>",
      "Rings +1 415 555 0101 and +1 415 555 0102 at once for 30 seconds; +1 415 555 0101 first hears https://a.example/screen on answering.",
    ],
    ["<Dial>204</Dial>", "Rings 204 for 30 seconds."],
    ["<Dial>+1888XXXXXXX</Dial>", "Rings +1888XXXXXXX for 30 seconds."],
    ["<Dial/>", "Rings nobody."],
    ["<Dial><Conference>Front desk</Conference></Dial>", "Joins the conference Front desk."],
    ["<Dial><Queue>support</Queue></Dial>", "Takes the next caller out of the queue support."],
    ["<Dial><Sim>DE1</Sim></Dial>", "Rings Sim DE1 for 30 seconds."],
    [
      "<Record maxLength='120' finishOnKey='#' action='https://a.example'/>",
      "After a beep, records a message of up to 2 minutes, until # is pressed or 5 seconds pass in silence; then goes on with https://a.example.",
    ],
    [
      "<Record playBeep='false' timeout='0' finishOnKey='' transcribe='true'/>",
      "Records a message of up to 2 minutes and writes it down; then starts all this over.",
    ],
    [
      "<Record/>",
      "After a beep, records a message of up to 1 hour, until any key is pressed or 5 seconds pass in silence; then starts all this over.",
    ],
    [
      "<Enqueue action='https://a.example'>support</Enqueue>",
      "Waits in the queue support; afterwards goes on with https://a.example.",
    ],
    [
      "<Sms to='+14155550101'>We will call back.</Sms>",
      "Sends a text to +1 415 555 0101: “We will call back.”",
    ],
    ["<Sms>Hi</Sms>", "Sends a text to the caller: “Hi”."],
    ["<Redirect>https://a.example</Redirect>", "Goes on with https://a.example."],
    ["<Redirect/>", "Goes on with nothing."],
    ["<Hangup/>", "Hangs up."],
    ["", "Nothing more follows, so Twilio hangs up."],
    ["<Reject reason='busy'/>", "Turns the call away with the busy signal."],
    ["<Reject/>", "Turns the call away with the message that the number is not in service."],
    ["<Leave/>", "Leaves the queue and goes on after it."],
    ["<Connect><Stream url='wss://a.example'/></Connect>", "Does <Connect> with Stream."],
  ])("%s", (verb, sentence) => {
    expect(sentenceFor(verb)).toBe(sentence);
  });
});

describe("with names for what only the app knows", () => {
  const names: Names = {
    nameNumber: (number) => (number === "+14155550101" ? "Ana's mobile" : null),
    nameUrl: (url) => (url.endsWith("/menu") ? "the main menu" : null),
    describeScreening: (url) => (url.includes("/screen/") ? "is asked to press 1" : null),
  };

  test("people stand for their numbers, and screening is said once although each has an address of their own", () => {
    const dial =
      "<Dial timeout='20'><Number url='https://a.example/screen/1'>+14155550101</Number><Number url='https://a.example/screen/2'>+14155550102</Number></Dial>";
    expect(sentenceFor(dial, names)).toBe(
      "Rings Ana's mobile and +1 415 555 0102 at once for 20 seconds; whoever answers is asked to press 1.",
    );
  });

  test("places stand for their addresses, and what has no name keeps its own", () => {
    expect(sentenceFor("<Redirect>https://a.example/menu</Redirect>", names)).toBe(
      "Goes on with the main menu.",
    );
    expect(sentenceFor("<Redirect>https://a.example/x</Redirect>", names)).toBe(
      "Goes on with https://a.example/x.",
    );
  });
});
