import { expect, it } from "vitest";
import { scheduleInWords } from "./schedule-in-words";

it("says each day of the week by itself, and all exceptions in the order of their dates", () => {
  const words = scheduleInWords({
    name: "Office",
    timeZone: "Europe/Berlin",
    windows: [
      { weekday: 1, opensAt: "13:00", closesAt: "17:00" },
      { weekday: 1, opensAt: "09:00", closesAt: "12:00" },
      { weekday: 6, opensAt: "00:00", closesAt: "24:00" },
    ],
    exceptions: [
      {
        startsOn: "2026-12-31",
        endsOn: "2026-12-31",
        label: "Old year",
        windows: [{ opensAt: "09:00", closesAt: "12:00" }],
      },
      { startsOn: "2026-12-24", endsOn: "2026-12-26", label: "Christmas", windows: [] },
    ],
  });
  expect(words).toEqual({
    Name: "Office",
    "Time zone": "Europe/Berlin",
    Monday: "09:00–12:00, 13:00–17:00",
    Tuesday: "closed",
    Wednesday: "closed",
    Thursday: "closed",
    Friday: "closed",
    Saturday: "all day",
    Sunday: "closed",
    "Holidays and special hours":
      "Christmas (2026-12-24 to 2026-12-26, closed); Old year (2026-12-31, 09:00–12:00)",
  });
});
