import { describe, expect, it } from "vitest";
import { instant, MON_TO_FRI, scheduleWith, weekly } from "@/lib/schedule/example-schedule";
import { overrideNow } from "./override-now";

const office = scheduleWith({ windows: weekly(MON_TO_FRI, "09:00-17:00") });
const choicesAt = (at: string, locale = "en-GB") =>
  overrideNow(office, instant(at), locale).choices.map(({ label, when }) => `${label}: ${when}`);

describe("overrideNow", () => {
  it("says of each end when it is, by the schedule's clocks", () => {
    expect(choicesAt("2026-11-23T14:41:30")).toEqual([
      "For 1 hour: until 15:42",
      "The rest of today: until midnight",
      "Until it opens tomorrow: Tue 24 Nov, 09:00",
      "Until somebody lifts it: no end",
    ]);
    expect(choicesAt("2026-11-27T23:30")).toEqual([
      "For 1 hour: until Sat 28 Nov, 00:30",
      "The rest of today: until midnight",
      "Until it opens next: Mon 30 Nov, 09:00",
      "Until somebody lifts it: no end",
    ]);
  });

  it("says it as Americans do to one of them", () => {
    expect(choicesAt("2026-11-27T23:30", "en-US")).toEqual([
      "For 1 hour: until Sat, Nov 28, 12:30 AM",
      "The rest of today: until midnight",
      "Until it opens next: Mon, Nov 30, 9:00 AM",
      "Until somebody lifts it: no end",
    ]);
    expect(overrideNow(office, instant("2026-11-23T14:41"), "en-US").timeThere).toBe("2:41 PM");
  });

  it("knows whether somebody has said so already", () => {
    const at = instant("2026-11-23T14:41");
    const override = { isOpen: false, until: at.add({ hours: 1 }), reason: "", setBy: "Dana" };
    expect(overrideNow(office, at, "en-GB")).toMatchObject({
      isOpen: true,
      isOverridden: false,
      timeThere: "14:41",
      dateThere: "2026-11-23",
    });
    expect(overrideNow({ ...office, override }, at, "en-GB")).toMatchObject({
      isOpen: false,
      isOverridden: true,
    });
    expect(overrideNow({ ...office, override }, at.add({ hours: 1 }), "en-GB").isOverridden).toBe(false);
  });
});
