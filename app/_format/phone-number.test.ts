import { describe, expect, it } from "vitest";
import { formatPhoneNumber, readDialable, readPhoneNumber } from "./phone-number";

describe("formatPhoneNumber", () => {
  it.each([
    ["a number of the firm's country", "+12125550100", "US", "(212)\u00a0555-0100"],
    ["a foreign number", "+442079460100", "US", "+44\u00a020\u00a07946\u00a00100"],
    ["at home in Britain", "+442079460100", "GB", "020\u00a07946\u00a00100"],
    ["one that shares the calling code", "+14165550100", "CA", "(416)\u00a0555-0100"],
    ["an area code that nobody has", "+15552345678", "US", "(555)\u00a0234-5678"],
    ["an address", "sip:desk@example.com", "US", "sip:desk@example.com"],
    ["an address with a number in it", "sip:+12125550100@example.com", "US", "sip:+12125550100@example.com"],
  ])("%s", (_, number, country, expected) => {
    expect(formatPhoneNumber(number, country)).toBe(expected);
  });
});

describe("readPhoneNumber", () => {
  it.each([
    ["(212) 555-0123", "US", "+12125550123"],
    ["+41 44 668 18 00", "US", "+41446681800"],
    ["044 668 18 00", "CH", "+41446681800"],
    ["0041 44 668 18 00", "CH", "+41446681800"],
  ])("reads %s as somebody in %s means it", (typed, country, number) => {
    expect(readPhoneNumber(typed, country)).toBe(number);
  });

  it.each(["", "Ana", "123", "+", "212 555 0123 ext. 5", "+999123456789", "2125550123212555"])(
    "takes “%s” for no number",
    (typed) => {
      expect(readPhoneNumber(typed, "US")).toBeNull();
    },
  );
});

describe("readDialable", () => {
  it.each([
    ["(212) 555-0123", "+12125550123"],
    ["sip:ana@example.com", "sip:ana@example.com"],
    [" SIP:Ana.Lima@pbx.example.com:5060 ", "sip:Ana.Lima@pbx.example.com:5060"],
    ["sips:desk-7@example.com;transport=tls", "sips:desk-7@example.com;transport=tls"],
    ["sip:+12125550123@example.com", "sip:+12125550123@example.com"],
  ])("reads %s", (typed, dialable) => {
    expect(readDialable(typed, "US")).toBe(dialable);
  });

  it.each([
    "",
    "Ana",
    "ana@example.com",
    "sip:",
    "sip:ana",
    "sip:ana@",
    "sip:ana lima@example.com",
    "sip:ana@example.com?Subject=Hello",
    `sip:${"a".repeat(250)}@example.com`,
  ])("takes “%s” for nothing that can be rung", (typed) => {
    expect(readDialable(typed, "US")).toBeNull();
  });
});
