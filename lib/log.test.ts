import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";
import { logFault } from "./log";

let printed: MockInstance<typeof console.error>;
beforeEach(() => {
  printed = vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => printed.mockRestore());

const lines = () => printed.mock.calls.map(([line]) => JSON.parse(String(line)));

describe("logFault", () => {
  it("writes one line of JSON, with what it can be found by", () => {
    logFault("call.lookUpFailed", new TypeError("two\nlines"), { callSid: "CA1", step: null });
    expect(printed.mock.calls[0]?.[0]).not.toContain("\n");
    expect(lines()).toEqual([
      {
        level: "error",
        event: "call.lookUpFailed",
        callSid: "CA1",
        step: null,
        name: "TypeError",
        message: "two\nlines",
      },
    ]);
  });

  it("gives the innermost cause, since the outer ones repeat what was asked", () => {
    const cause = new Error("connection refused", { cause: "a text is no cause" });
    const outer = new Error("Failed query: … params: +14155550123", { cause });
    logFault("call.recordFailed", new Error("outermost", { cause: outer }));
    expect(lines()[0]).toMatchObject({ name: "Error", message: "connection refused" });
  });

  it("takes what is no error as it is", () => {
    logFault("mail.failed", "EAUTH 535");
    expect(lines()[0]).toEqual({ level: "error", event: "mail.failed", message: "EAUTH 535" });
  });

  it("does not repeat a text that is no JSON", () => {
    for (const text of ["Hello, this is Mr Smith", '{"name": "Smith"', "<html>"]) {
      let fault: unknown;
      try {
        JSON.parse(text);
      } catch (error) {
        fault = error;
      }
      logFault("x", fault);
      expect(lines().at(-1).message).toMatch(/JSON/);
      expect(lines().at(-1).message).not.toContain("Smith");
    }
  });

  it.each([
    ["+14155550123 is not a number", "[number] is not a number"],
    ["From “+44 20 7946 0958” to (+1 415-555-0123)", "From “[number]” to ([number])"],
    ["550 <olive@example.com>: nobody", "550 <[address]>: nobody"],
    ["no postgresql://owner:secret@db.example/switchboard", "no [address]"],
    ["Call (212) 555-0142 or 212-555-0142", "Call [number] or [number]"],
    ["The number 12125550142 is not a mobile", "The number [number] is not a mobile"],
    ['invalid input syntax for type uuid: "Olive Alder"', "invalid input syntax for type uuid: [value]"],
    ['date/time field value out of range: "1980-02-31"', "date/time field value out of range: [value]"],
    ["no 020 7946 0018, no (030) 901820 and no 0171/1234567", "no [number], no [number] and no [number]"],
    [
      'invalid input syntax for type uuid: "line one\nline two"',
      "invalid input syntax for type uuid: [value]",
    ],
    ['unterminated: "half of it', 'unterminated: "half of it'],
    [
      "GET https://x.vercel.app/api?x-vercel-protection-bypass=0123456789abcdef&a=1",
      "GET https://x.vercel.app/api?x-vercel-protection-bypass=[secret]&a=1",
    ],
    [`at /reset-password/${"aB3_-".repeat(9).slice(0, 43)} now`, "at /reset-password/[token] now"],
    ["connection failure (08006), 0.25 s, 09:00", "connection failure (08006), 0.25 s, 09:00"],
    ['relation "calls" does not exist', 'relation "calls" does not exist'],
    ["CA0123456789abcdef0123456789012345 on 2026-11-23", "CA0123456789abcdef0123456789012345 on 2026-11-23"],
    ["error 20003 at 12:30, +5 more", "error 20003 at 12:30, +5 more"],
    ["violates activity_by_time (23505)", "violates activity_by_time (23505)"],
  ])("names nobody: %s", (message, masked) => {
    logFault("x", new Error(message));
    expect(lines()[0].message).toBe(masked);
  });

  it("is done with whatever it is given, and says no more than a fault takes", () => {
    for (const text of ['"', ': "', "a@", "+1 ", "0 ", "x-vercel-="]) {
      logFault("x", new Error(text.repeat(100_000)));
      expect(lines().at(-1).message.length).toBeLessThan(10_000);
    }
  });
});
