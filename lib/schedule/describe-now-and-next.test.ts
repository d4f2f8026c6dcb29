import { describe, expect, it } from "vitest";
import { describeNowAndNext } from "./describe-now-and-next";
import { EVERY_DAY, exception, instant, MON_TO_FRI, scheduleWith, weekly } from "./example-schedule";
import { writeRecordTime } from "./write-time";

const office = scheduleWith({
  windows: weekly(MON_TO_FRI, "09:00-17:00"),
  exceptions: [exception("Thanksgiving", "2026-11-26/2026-11-27")],
});

describe("describeNowAndNext", () => {
  it.each([
    ["while open", "2026-11-23T10:00", "Open until 17:00, then closed until Tue 09:00"],
    ["before a weekend", "2026-11-20T20:00", "Closed until Mon 09:00, then open until 17:00"],
    ["before a holiday", "2026-11-25T12:00", "Open until 17:00, then closed until Mon 09:00"],
    [
      "on a holiday",
      "2026-11-26T12:00",
      "Closed: Thanksgiving, until Mon 30 Nov 09:00, then open until 17:00",
    ],
  ])("%s", (_, at, words) => {
    expect(describeNowAndNext(office, instant(at), writeRecordTime)).toBe(words);
  });

  it("follows an override with what comes after it", () => {
    const until = instant("2026-11-23T12:00");
    const override = { isOpen: false, until, reason: "fire drill", setBy: "Dana" };
    expect(describeNowAndNext({ ...office, override }, instant("2026-11-23T10:00"), writeRecordTime)).toBe(
      "Closed: fire drill, until 12:00 (set by Dana), then open until 17:00",
    );
  });

  it("has nothing to add where nothing changes any more", () => {
    const always = scheduleWith({ windows: weekly(EVERY_DAY, "00:00-24:00") });
    expect(describeNowAndNext(always, instant("2026-11-23T10:00"), writeRecordTime)).toBe("Always open");
  });
});
