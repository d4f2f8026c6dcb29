import { expect, it } from "vitest";
import { EVERY_DAY, exception, instant, NEW_YORK, scheduleWith, weekly } from "./example-schedule";
import { timeline } from "./timeline";
import type { StatusCause } from "./types";

const nameOf = (cause: StatusCause) => (cause.rule === "exception" ? cause.exception.label : cause.rule);

it("covers the stretch asked about, each part with its rule", () => {
  const schedule = scheduleWith({
    windows: weekly(EVERY_DAY, "09:00-17:00"),
    exceptions: [
      exception("Thanksgiving", "2026-11-26"),
      exception("Late night", "2026-11-27", "20:00-10:00"),
    ],
    override: { isOpen: false, until: instant("2026-11-25T11:00"), reason: "drill", setBy: "Dana Reyes" },
  });
  const parts = timeline(schedule, instant("2026-11-25T08:00"), instant("2026-11-28T12:00"));
  expect(
    parts.map(({ start, isOpen, cause }) => {
      const local = start.toZonedDateTimeISO(NEW_YORK).toPlainDateTime();
      return `${local.toString({ smallestUnit: "minute" })} ${isOpen ? "open" : "closed"}: ${nameOf(cause)}`;
    }),
  ).toEqual([
    "2026-11-25T08:00 closed: override",
    "2026-11-25T11:00 open: weekly",
    "2026-11-25T17:00 closed: weekly",
    "2026-11-26T00:00 closed: Thanksgiving",
    "2026-11-27T00:00 closed: Late night",
    "2026-11-27T20:00 open: Late night",
    "2026-11-28T10:00 open: weekly",
  ]);
  expect(parts.at(-1)?.end).toEqual(instant("2026-11-28T12:00"));
});
it("does not part at a clock change that changes nothing", () => {
  const schedule = scheduleWith({ windows: weekly(EVERY_DAY, "09:00-17:00") });
  const parts = timeline(schedule, instant("2026-10-31T12:00"), instant("2026-11-01T12:00"));
  expect(parts.map(({ isOpen }) => isOpen)).toEqual([true, false, true]);
});
it("is empty for an empty stretch", () => {
  const noon = instant("2026-11-25T12:00");
  expect(timeline(scheduleWith({}), noon, noon)).toEqual([]);
});
it("refuses a stretch that ends before it starts", () => {
  const noon = instant("2026-11-25T12:00");
  expect(() => timeline(scheduleWith({}), noon, noon.subtract({ nanoseconds: 1 }))).toThrow(
    new RangeError(
      "The timeline would end at 2026-11-25T16:59:59.999999999Z, before it starts at 2026-11-25T17:00:00Z.",
    ),
  );
});
