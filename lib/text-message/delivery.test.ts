import { describe, expect, it } from "vitest";
import { deliveryFrom, readTextStatusPath, textStatusUrl, whyUndelivered } from "./delivery";

const origin = "https://phones.example.com";
const texts = [
  { kind: "notice", voicemailId: "99999999-9999-4999-8999-999999999999" },
  { kind: "back", callSid: `CA${"0".repeat(32)}` },
] as const;

describe("the address at which Twilio tells of a text", () => {
  it.each(texts)("is read as it was written for %j", (text) => {
    const { pathname } = new URL(textStatusUrl(origin, text));
    expect(readTextStatusPath(pathname.split("/").slice(4))).toEqual(text);
  });

  it.each([
    [],
    ["notice"],
    ["notice", "1"],
    ["back", texts[0].voicemailId],
    ["other", texts[0].voicemailId],
    ["notice", texts[0].voicemailId, "x"],
  ])("is none of ours as %j", (...segments) => {
    expect(readTextStatusPath(segments)).toBeNull();
  });
});

describe("deliveryFrom", () => {
  it.each([
    [{ MessageStatus: "delivered" }, { delivery: "delivered", errorCode: null }],
    [
      { MessageStatus: "undelivered", ErrorCode: "30003" },
      { delivery: "undelivered", errorCode: 30003 },
    ],
    [{ MessageStatus: "failed" }, { delivery: "undelivered", errorCode: null }],
    [
      { MessageStatus: "failed", ErrorCode: "nonsense" },
      { delivery: "undelivered", errorCode: null },
    ],
    [{ MessageStatus: "sent" }, null],
    [{ MessageStatus: "queued" }, null],
    [{}, null],
  ])("reads %j", (parameters, expected) => {
    expect(deliveryFrom(new URLSearchParams(parameters as Record<string, string>))).toEqual(expected);
  });
});

it("says why a text did not arrive, even where nobody said", () => {
  expect(whyUndelivered(30006)).toContain("landline");
  expect(whyUndelivered(30999)).toContain("30999");
  expect(whyUndelivered(null)).toBe("Nobody said why.");
});
