import { describe, expect, it } from "vitest";
import { formatPhoneNumber } from "./phone-number";

describe("formatPhoneNumber", () => {
  it.each([
    ["a number of the firm's country", "+12125550100", "US", "(212)\u00a0555-0100"],
    ["a foreign number", "+442079460100", "US", "+44\u00a020\u00a07946\u00a00100"],
    ["at home in Britain", "+442079460100", "GB", "020\u00a07946\u00a00100"],
    ["one that shares the calling code", "+14165550100", "CA", "(416)\u00a0555-0100"],
    ["an area code that nobody has", "+15552345678", "US", "(555)\u00a0234-5678"],
    ["an address", "sip:desk@example.com", "US", "sip:desk@example.com"],
  ])("%s", (_, number, country, expected) => {
    expect(formatPhoneNumber(number, country)).toBe(expected);
  });
});
