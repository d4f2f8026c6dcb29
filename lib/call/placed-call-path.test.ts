import { expect, it } from "vitest";
import { readPlacedCallPath } from "./placed-call-path";

const id = "11111111-1111-4111-8111-111111111111";

it.each([
  [[id], { id, rest: "" }],
  [[id, "kept"], { id, rest: "kept" }],
  [["nothing"], null],
  [[], null],
])("readPlacedCallPath reads %o", (segments, read) => {
  expect(readPlacedCallPath(segments)).toEqual(read);
});
