import { describe, expect, it } from "vitest";
import { blockingNumber, callerFrom, spokenCaller, spokenNumber } from "./caller";

const caller = (from: string | null) => callerFrom(new URLSearchParams(from === null ? {} : { From: from }));

describe("callerFrom", () => {
  it.each([
    ["+14155550123", "+14155550123", "+14155550123"],
    [" 14155550123", null, "14155550123"],
    ["anonymous", null, "anonymous"],
    ["Anonymous", null, "anonymous"],
    ["+266696687", null, "anonymous"],
    ["+86282452253", null, "anonymous"],
    ["client:reception", null, "client:reception"],
    ["sip:ana@office.example", null, "sip:ana@office.example"],
    [null, null, "anonymous"],
  ])("of %s has the number %s and is blocked as %s", (from, number, blocked) => {
    expect(caller(from).number).toBe(number);
    expect(blockingNumber(caller(from))).toBe(blocked);
  });
});

describe("spokenNumber", () => {
  it.each([
    ["+14155550123", "4 1 5, 5 5 5, 0 1 2 3"],
    ["+442079460100", "4 4 2, 0 7 9, 4 6 0, 1 0 0"],
  ])("reads %s digit by digit", (number, spoken) => {
    expect(spokenNumber(number)).toBe(spoken);
  });
});

describe("spokenCaller", () => {
  it.each([
    ["+14155550123", null, "4 1 5, 5 5 5, 0 1 2 3"],
    ["+14155550123", "JANE DOE", "JANE DOE, 4 1 5, 5 5 5, 0 1 2 3"],
    ["anonymous", null, "a withheld number"],
    ["client:reception", null, "a caller"],
    ["unknown", null, "a caller"],
    [null, null, "a caller"],
  ])("announces %s, %s as “%s”", (from, name, spoken) => {
    expect(spokenCaller(from, name)).toBe(spoken);
  });
});
