import { expect, it } from "vitest";
import { type EditedException, exceptionErrors } from "./edited-exception";

const christmas: EditedException = {
  key: "christmas",
  label: "Christmas",
  startsOn: "2026-12-24",
  endsOn: "2026-12-26",
  windows: [],
};
const errorsOf = (parts: Partial<EditedException>) =>
  exceptionErrors({ ...christmas, key: "new", startsOn: "2026-12-28", endsOn: "2026-12-28", ...parts }, [
    christmas,
  ]);

it.each<[string, Partial<EditedException>, Record<string, unknown>]>([
  ["nothing wrong", {}, {}],
  ["a label of spaces", { label: "  " }, { label: expect.stringContaining("Say what it is") }],
  [
    "dates left out",
    { startsOn: "", endsOn: "" },
    { startsOn: "Enter the first day.", endsOn: "Enter the last day, which may be the same." },
  ],
  ["the wrong way round", { endsOn: "2026-12-27" }, { endsOn: "The last day is before the first." }],
  [
    "the wrong way round, and no label",
    { endsOn: "2026-12-27", label: "" },
    { endsOn: "The last day is before the first.", label: expect.any(String) },
  ],
  ["a year typed halfway", { startsOn: "0202-12-28" }, { startsOn: "Enter a year from 2000 to 2199." }],
  ["a date of another", { startsOn: "2026-12-26" }, { startsOn: expect.stringContaining("“Christmas”") }],
  [
    "hours without an end",
    { windows: [{ opensAt: "09:00", closesAt: "" }] },
    { "windows.0.closesAt": "Enter the time at which it closes." },
  ],
])("%s", (_, parts, errors) => {
  expect(errorsOf(parts)).toEqual(errors);
});

it("does not overlap with itself", () => {
  expect(exceptionErrors({ ...christmas, endsOn: "2026-12-27" }, [christmas])).toEqual({});
});
