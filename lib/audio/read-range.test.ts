import { expect, it } from "vitest";
import { readRange } from "./read-range";

it.each([
  ["no header", null, "whole"],
  ["a part", "bytes=0-99", { first: 0, last: 99 }],
  ["one byte", "bytes=999-999", { first: 999, last: 999 }],
  ["what is left", "bytes=500-", { first: 500, last: 999 }],
  ["the end", "bytes=-100", { first: 900, last: 999 }],
  ["more than there is at the end", "bytes=-5000", { first: 0, last: 999 }],
  ["a part that goes past the end", "bytes=900-5000", { first: 900, last: 999 }],
  ["a part past the end", "bytes=1000-", null],
  ["the last none", "bytes=-0", null],
  ["a part that goes backwards", "bytes=5-2", "whole"],
  ["several parts", "bytes=0-1,5-6", "whole"],
  ["another unit", "lines=1-2", "whole"],
  ["nonsense", "bytes=-", "whole"],
])("reads %s of a thousand bytes", (_, header, part) => {
  expect(readRange(header, 1000)).toEqual(part);
});
