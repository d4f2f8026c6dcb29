import { expect, it } from "vitest";
import { numberToCallBack } from "./number-to-call-back";

it.each([
  ["+442071234567", { number: "+442071234567" }],
  ["anonymous", { hindrance: expect.stringContaining("withheld") }],
  ["+266696687", { hindrance: expect.stringContaining("withheld") }],
  ["client:desk", { hindrance: expect.stringContaining("no phone number") }],
  ["unknown", { hindrance: expect.stringContaining("no phone number") }],
])("a call from %s is returned to %o", (from, answer) => {
  expect(numberToCallBack(from)).toEqual(answer);
});
