import { expect, test } from "vitest";
import { checkTwiml } from "./check-twiml";

const URL = "https://example.com/next";

function flowFaultsOf(verbs: string): string[] {
  return checkTwiml(`<Response>${verbs}</Response>`)
    .filter(({ code }) => code === "never-reached" || code === "late-reject")
    .map(({ severity, message }) => `${severity}: ${message}`);
}

test.each<[what: string, verbs: string]>([
  ["a hang-up", "<Hangup/>"],
  ["a redirect", `<Redirect>${URL}</Redirect>`],
  ["a rejection", "<Reject/>"],
  ["leaving the queue", "<Leave/>"],
  ["a dial with an action", `<Dial action="${URL}">+14155550101</Dial>`],
  ["a queue with an action", `<Enqueue action="${URL}">support</Enqueue>`],
  ["a connection with an action", `<Connect action="${URL}"><Stream url="wss://example.com"/></Connect>`],
  ["a question that always asks its action", `<Gather action="${URL}" actionOnEmptyResult="true"/>`],
])("nothing is reached after %s", (_what, verbs) => {
  expect(flowFaultsOf(`${verbs}<Say>Bye</Say>`)).toEqual([
    expect.stringMatching(/^warning: Line 1: <Say> is never reached: <\w+> .* \(line 1\)\.$/),
  ]);
  expect(flowFaultsOf(`${verbs}<Say>Bye</Say><Hangup/>`)).toEqual([
    expect.stringMatching(/<Say> and what follows it are never reached/),
  ]);
  expect(flowFaultsOf(verbs)).toEqual([]);
});

test.each<[what: string, verbs: string]>([
  ["a dial without an action, when the talk is over", "<Dial>+14155550101</Dial>"],
  ["a dial with an empty action", "<Dial action=''>+14155550101</Dial>"],
  ["a question that nobody answers", `<Gather action="${URL}"/>`],
  ["a question that is told not to ask", `<Gather action="${URL}" actionOnEmptyResult="false"/>`],
  ["a recording of nothing", `<Record action="${URL}"/>`],
  ["a queue without an action", "<Enqueue>support</Enqueue>"],
  ["speech", "<Say>Hello</Say>"],
])("the next verb may be reached after %s", (_what, verbs) => {
  expect(flowFaultsOf(`${verbs}<Say>Bye</Say>`)).toEqual([]);
});

test("a rejection that is not first only hangs up, after the call was answered", () => {
  expect(flowFaultsOf("<Say>Sorry</Say><Reject/>")).toEqual([
    expect.stringMatching(/^warning: .*<Reject> comes too late/),
  ]);
});
