import { describe, expect, it } from "vitest";
import { describeStatus, describeStatusInZone } from "./describe-status";
import { EVERY_DAY, exception, instant, MON_TO_FRI, scheduleWith, weekly } from "./example-schedule";
import { nextChange } from "./next-change";
import { statusAt } from "./status-at";
import type { Schedule } from "./types";
import { writeRecordTime } from "./write-time";

function words(schedule: Schedule, wall: string): string {
  const at = instant(wall, schedule.timeZone);
  return describeStatus(schedule, at, statusAt(schedule, at), nextChange(schedule, at), writeRecordTime);
}
function check(schedule: Schedule, cases: [at: string, words: string][]) {
  it.each(cases)("at %s: %s", (at, expected) => {
    expect(words(schedule, at)).toBe(expected);
  });
}

const office = scheduleWith({ windows: weekly(MON_TO_FRI, "09:00-17:00") });

describe("ordinary hours", () => {
  check(office, [
    ["2026-11-20T10:00", "Open until 17:00"],
    ["2026-11-20T08:00", "Closed until 09:00"],
    ["2026-11-20T17:00", "Closed until Mon 09:00"],
    ["2026-12-31T18:00", "Closed until Fri 09:00"],
  ]);
  check(scheduleWith({ windows: weekly([5], "22:00-02:30") }), [
    ["2026-11-20T23:00", "Open until Sat 02:30"],
    ["2026-11-21T02:00", "Open until 02:30"],
    ["2026-11-21T03:00", "Closed until Fri 22:00"],
  ]);
  check(scheduleWith({ windows: weekly([5], "09:00-17:00") }), [
    ["2026-11-20T17:00", "Closed until Fri 27 Nov 09:00"],
    ["2026-12-25T17:00", "Closed until Fri 1 Jan 2027 09:00"],
  ]);
  check(scheduleWith({ windows: weekly(MON_TO_FRI, "00:00-24:00") }), [
    ["2026-11-18T10:00", "Open until Fri 24:00"],
    ["2026-11-20T10:00", "Open until 24:00"],
    ["2026-11-21T00:00", "Closed until Mon 00:00"],
  ]);
  check(scheduleWith({}), [["2026-11-20T10:00", "Closed, with no opening ahead"]]);
  check(scheduleWith({ windows: weekly(EVERY_DAY, "00:00-24:00") }), [["2026-11-20T10:00", "Always open"]]);
});

describe("exceptions", () => {
  const exceptions = [
    exception("Thanksgiving", "2026-11-26"),
    exception("Christmas Eve", "2026-12-24", "09:00-12:00"),
    exception("Shutdown", "2026-12-25/2027-01-03"),
  ];
  check({ ...office, exceptions }, [
    ["2026-11-26T10:00", "Closed: Thanksgiving, until Fri 27 Nov 09:00"],
    ["2026-12-24T10:00", "Open: Christmas Eve, until 12:00"],
    ["2026-12-24T12:00", "Closed: Christmas Eve, until Mon 4 Jan 2027 09:00"],
    ["2027-01-03T12:00", "Closed: Shutdown, until Mon 4 Jan 09:00"],
  ]);
  check(scheduleWith({ exceptions }), [["2027-01-01T10:00", "Closed: Shutdown, with no opening ahead"]]);
  check(
    scheduleWith({
      windows: weekly(EVERY_DAY, "00:00-24:00"),
      exceptions: [exception("Fair", "2026-11-26", "00:00-24:00"), exception("", "2026-11-28")],
    }),
    [
      ["2026-11-26T10:00", "Open: Fair, until Fri 27 Nov 24:00"],
      ["2026-11-28T10:00", "Closed until Sun 29 Nov 00:00"],
    ],
  );
});

describe("overrides", () => {
  const set = (isOpen: boolean, until: string | null, reason: string): Schedule => ({
    ...office,
    override: { isOpen, until: until === null ? null : instant(until), reason, setBy: "Dana Reyes" },
  });
  check(set(true, "2026-11-21T15:00", "inventory day"), [
    ["2026-11-21T10:00", "Open: inventory day, until 15:00 (set by Dana Reyes)"],
    ["2026-11-20T20:00", "Open: inventory day, until Sat 21 Nov 15:00 (set by Dana Reyes)"],
  ]);
  check(set(false, "2026-11-20T15:00", ""), [["2026-11-20T10:00", "Closed until 15:00 (set by Dana Reyes)"]]);
  check(set(true, "2026-11-20T15:00", "stand-in"), [
    ["2026-11-20T10:00", "Open: stand-in, until 17:00 (set by Dana Reyes until 15:00)"],
  ]);
  check(set(false, "2026-11-21T12:00", "burst pipe"), [
    [
      "2026-11-20T10:00",
      "Closed: burst pipe, until Mon 23 Nov 09:00 (set by Dana Reyes until Sat 21 Nov 12:00)",
    ],
  ]);
  check(set(false, null, "moving"), [
    ["2026-11-20T10:00", "Closed: moving, until lifted (set by Dana Reyes)"],
  ]);
  check({ ...set(false, "2026-11-20T15:00", "moving"), windows: [] }, [
    ["2026-11-20T10:00", "Closed: moving, with no opening ahead (set by Dana Reyes until 15:00)"],
  ]);
});

describe("times that are read twice", () => {
  check(scheduleWith({ windows: weekly([6], "22:00-01:30") }), [
    ["2026-11-01T01:15-04:00", "Open until 01:30"],
    ["2026-11-01T01:45-04:00", "Closed until 01:00 (clocks gone back)"],
    ["2026-11-01T01:15-05:00", "Open until 01:30 (clocks gone back)"],
    ["2026-11-01T01:45-05:00", "Closed until Sat 22:00"],
  ]);
});

it("speaks in the schedule's zone", () => {
  const tokyo = { ...office, timeZone: "Asia/Tokyo" };
  expect(describeStatusInZone(tokyo, instant("2026-11-20T03:00Z"), writeRecordTime)).toBe(
    "Open until 17:00 (Tokyo time)",
  );
});

describe("the zone", () => {
  const closed = { isOpen: false, reason: "moving", setBy: "Dana Reyes" };
  const until = instant("2026-11-20T15:00");
  it.each([
    ["is named with a time", office, "Open until 17:00 (New York time)"],
    [
      "is left out where hours never change",
      scheduleWith({ windows: weekly(EVERY_DAY, "00:00-24:00") }),
      "Always open",
    ],
    ["is left out where nothing opens again", scheduleWith({}), "Closed, with no opening ahead"],
    [
      "is left out of what lasts until it is lifted",
      { ...office, override: { ...closed, until: null } },
      "Closed: moving, until lifted (set by Dana Reyes)",
    ],
    [
      "is named with an override's end alone",
      scheduleWith({ override: { ...closed, until } }),
      "Closed: moving, with no opening ahead (set by Dana Reyes until 15:00) (New York time)",
    ],
  ])("%s", (_, schedule, expected) => {
    expect(describeStatusInZone(schedule, instant("2026-11-20T10:00"), writeRecordTime)).toBe(expected);
  });
});
