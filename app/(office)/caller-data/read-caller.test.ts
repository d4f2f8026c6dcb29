import { describe, expect, it } from "vitest";
import { readCaller } from "./read-caller";

describe("readCaller", () => {
  it.each([
    ["a number as people of the country write it", " (212) 555-0190 ", "+12125550190"],
    ["a number from abroad", "+49 30 901820", "+4930901820"],
    ["a SIP address", "sip:ana@example.com", "sip:ana@example.com"],
    ["whoever calls from an app", "client:ana", "client:ana"],
    ["those who withhold their number: nobody can tell who they are", "anonymous", null],
    ["a name", "Ana Lima", null],
    ["nothing", "", null],
  ])("%s", (_, typed, read) => {
    expect(readCaller(typed, "US")).toBe(read);
  });
});
