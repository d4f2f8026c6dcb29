import { describe, expect, it } from "vitest";
import { EVERY_DAY, exception, instant, MON_TO_FRI, scheduleWith, weekly } from "./example-schedule";
import { overrideEndings } from "./override-endings";

const office = scheduleWith({ windows: weekly(MON_TO_FRI, "09:00-17:00") });

describe("overrideEndings", () => {
  it("ends an hour on, at the end of the day, or when it opens the day after", () => {
    const { inOneHour, endOfToday, nextOpening } = overrideEndings(office, instant("2026-11-23T10:00:20"));
    expect(inOneHour).toEqual(instant("2026-11-23T11:01"));
    expect(endOfToday).toEqual(instant("2026-11-24T00:00"));
    expect(nextOpening).toEqual(instant("2026-11-24T09:00"));
  });

  it("looks past today's opening, weekends, holidays and the override that is in force", () => {
    const schedule = {
      ...office,
      exceptions: [exception("Moving", "2026-11-30")],
      override: { isOpen: true, until: null, reason: "", setBy: "Dana" },
    };
    expect(overrideEndings(schedule, instant("2026-11-27T07:00")).nextOpening).toEqual(
      instant("2026-12-01T09:00"),
    );
  });

  it("knows no opening where it is open at midnight, or never", () => {
    const always = scheduleWith({ windows: weekly(EVERY_DAY, "00:00-24:00") });
    expect(overrideEndings(always, instant("2026-11-23T10:00")).nextOpening).toBeNull();
    expect(overrideEndings(scheduleWith({}), instant("2026-11-23T10:00")).nextOpening).toBeNull();
  });

  it("counts a day of 25 hours to its end", () => {
    expect(overrideEndings(office, instant("2026-11-01T00:30-04:00")).endOfToday).toEqual(
      instant("2026-11-02T00:00"),
    );
  });
});
