import { describe, expect, test } from "vitest";
import { checkTwiml } from "./check-twiml";

function faultsOf(dial: string): string[] {
  return checkTwiml(`<Response>${dial}</Response>`).map(({ severity, message }) => `${severity}: ${message}`);
}

const numbers = (count: number) => "<Number>+14155550101</Number>".repeat(count);

describe("a dial rings", () => {
  test.each<[what: string, dial: string]>([
    ["a number", "<Dial>+14155550101</Dial>"],
    ["a number with space around it", "<Dial>\n  +442071838750\n</Dial>"],
    ["ten at once", `<Dial>${numbers(10)}</Dial>`],
    ["numbers and apps together", `<Dial>${numbers(2)}<Client>ana</Client></Dial>`],
    ["an app by its identity", "<Dial><Client><Identity>ana</Identity></Client></Dial>"],
    ["a SIP phone", "<Dial><Sip>sip:reception@example.com;transport=tls?X-Call=1&amp;To=a@b</Sip></Dial>"],
    ["a SIP phone over TLS", "<Dial><Sip>sips:10.0.0.7</Sip></Dial>"],
    [
      "one of several SIP addresses",
      "<Dial><Sip><Uri>sip:a@example.com</Uri><Uri>sip:b@example.com</Uri></Sip></Dial>",
    ],
    ["a conference", "<Dial><Conference>Front desk</Conference></Dial>"],
  ])("%s", (_what, dial) => {
    expect(faultsOf(dial)).toEqual([]);
  });
});

describe("a dial cannot ring", () => {
  test.each<[what: string, dial: string, fault: RegExp]>([
    ["nobody", "<Dial/>", /^error: .* rings nobody/],
    ["eleven at once", `<Dial>${numbers(11)}</Dial>`, /^error: .* at most 10 at once; this has 11/],
    ["a name", "<Dial>Ana</Dial>", /^error: .*“Ana” in <Dial> is not a phone number with its country code/],
    ["an extension", "<Dial><Number>204</Number></Dial>", /^error: .*“204” in <Number>/],
    ["too many digits", "<Dial>+1415555010112345</Dial>", /^error: .* is not a phone number/],
    ["a country code that begins with 0", "<Dial>+0455550101</Dial>", /^error: .* is not a phone number/],
    ["digits of another script", "<Dial>+١٤١٥٥٥٥٠١٠١</Dial>", /^error: .* is not a phone number/],
    [
      "a number beside a noun",
      `<Dial>+14155550102${numbers(1)}</Dial>`,
      /^error: .* beside <Number> is not dialled/,
    ],
    [
      "a conference among numbers",
      `<Dial>${numbers(1)}<Conference>a</Conference></Dial>`,
      /^error: .* only thing in its <Dial>/,
    ],
    ["a web page", "<Dial><Sip>https://example.com</Sip></Dial>", /^error: .* is not a SIP address/],
    ["a SIP address of nobody", "<Dial><Sip>sip:</Sip></Dial>", /^error: .* is not a SIP address/],
    [
      "a SIP address with a space",
      "<Dial><Sip>sip:a b@example.com</Sip></Dial>",
      /^error: .* is not a SIP address/,
    ],
    [
      "a very long SIP address",
      `<Dial><Sip>sip:${"a".repeat(250)}@b.example</Sip></Dial>`,
      /^error: .* is not a SIP address/,
    ],
    [
      "a wrong address among several",
      "<Dial><Sip><Uri>tel:1</Uri></Sip></Dial>",
      /^error: .* is not a SIP address/,
    ],
  ])("%s", (_what, dial, fault) => {
    expect(faultsOf(dial)).toEqual([expect.stringMatching(fault)]);
  });
});

describe("a dial gives reason to doubt", () => {
  test.each<[what: string, dial: string, fault: RegExp]>([
    ["a US number without its country", "<Dial>415-555-0101</Dial>", /^warning: .* as \+14155550101,/],
    [
      "a US number in brackets",
      "<Dial><Number>(415) 555-0101</Number></Dial>",
      /^warning: .* as \+14155550101,/,
    ],
    ["a US number with a 1", "<Dial>1 415 555 0101</Dial>", /^warning: .* as \+14155550101,/],
    ["a number with spaces", "<Dial>+44 20 7183 8750</Dial>", /^warning: .* as \+442071838750,/],
    [
      "SIP and a number together",
      `<Dial>${numbers(1)}<Sip>sip:a@b.example</Sip></Dial>`,
      /^warning: .*Enhanced Programmable SIP Features/,
    ],
  ])("%s", (_what, dial, fault) => {
    expect(faultsOf(dial)).toEqual([expect.stringMatching(fault)]);
  });
});
