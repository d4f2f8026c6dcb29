import { afterEach, beforeEach, expect, it } from "vitest";
import { logThrownAsLines } from "./log-thrown";

const output = globalThis.console;
const before = output.error;
let printed: unknown[][];
beforeEach(() => {
  printed = [];
  output.error = (...words) => void printed.push(words);
});
afterEach(() => {
  output.error = before;
});

/** As Next.js prints it. */
const printAsNext = (error: unknown) => output.error(" ⨯", error);

it("makes one line of what a page threw, with the reference that the person is shown", () => {
  logThrownAsLines();
  logThrownAsLines();
  printAsNext(Object.assign(new TypeError("no name for +14155550123"), { digest: "1234567890" }));
  expect(printed).toHaveLength(1);
  expect(printed[0]?.[0]).not.toContain("\n");
  expect(JSON.parse(String(printed[0]?.[0]))).toEqual({
    level: "error",
    event: "page.failed",
    reference: "1234567890",
    printed: expect.stringMatching(/^TypeError: no name for \[number\]\n\s+at .*log-thrown\.test/),
    name: "TypeError",
    message: "no name for [number]",
  });
});

it("leaves everything else as it is", () => {
  logThrownAsLines();
  const error = new Error("of nobody's page");
  printAsNext(error);
  output.error("{}");
  expect(printed).toEqual([[" ⨯", error], ["{}"]]);
});
