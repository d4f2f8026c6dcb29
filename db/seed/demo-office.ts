import type { ScheduleException, WeeklyWindow, Window } from "@/lib/schedule/types";

/**
 * A believable small office: Alder & Finch, architects in New York with a studio in London and one in Sydney. Its
 * numbers are among those that the numbering authorities keep for fiction, so nobody's phone can ever ring.
 */

export const firm = {
  name: "Alder & Finch",
  country: "US",
  timeZone: "America/New_York",
  voice: "Polly.Joanna-Neural",
  language: "en-US",
  fallbackNumber: "+12125550190",
};

const onDays = (weekdays: readonly WeeklyWindow["weekday"][], ...windows: Window[]): WeeklyWindow[] =>
  weekdays.flatMap((weekday) => windows.map((window) => ({ weekday, ...window })));

/** Dates of this year and the next, so that an office seeded in December has a January. */
const everyYear = (year: number, holidays: (year: number) => ScheduleException[]): ScheduleException[] =>
  [year, year + 1].flatMap(holidays);

const closed = (startsOn: string, endsOn: string, label: string): ScheduleException => ({
  startsOn,
  endsOn,
  label,
  windows: [],
});

export interface DemoSchedule {
  name: string;
  timeZone: string;
  windows: WeeklyWindow[];
  exceptions: ScheduleException[];
}

export const schedules = (year: number): Record<"newYork" | "london" | "sydney", DemoSchedule> => ({
  newYork: {
    name: "New York office",
    timeZone: "America/New_York",
    windows: [
      ...onDays(
        [1, 2, 3, 4],
        { opensAt: "09:00", closesAt: "12:30" },
        { opensAt: "13:30", closesAt: "17:30" },
      ),
      ...onDays([5], { opensAt: "09:00", closesAt: "15:00" }),
    ],
    exceptions: everyYear(year, (of) => [
      closed(`${of}-07-04`, `${of}-07-04`, "Independence Day"),
      {
        ...closed(`${of}-12-24`, `${of}-12-24`, "Christmas Eve"),
        windows: [{ opensAt: "09:00", closesAt: "12:00" }],
      },
      closed(`${of}-12-25`, `${of}-12-31`, "Between the years"),
    ]),
  },
  london: {
    name: "London studio",
    timeZone: "Europe/London",
    windows: onDays([1, 2, 3, 4, 5], { opensAt: "09:30", closesAt: "18:00" }),
    exceptions: everyYear(year, (of) => [closed(`${of}-12-25`, `${of}-12-26`, "Christmas")]),
  },
  sydney: {
    // Site work is supervised overnight from Friday: the window belongs to the day on which it opens.
    name: "Sydney site desk",
    timeZone: "Australia/Sydney",
    windows: [
      ...onDays([1, 2, 3, 4], { opensAt: "07:00", closesAt: "16:00" }),
      ...onDays([5], { opensAt: "07:00", closesAt: "16:00" }, { opensAt: "22:00", closesAt: "06:00" }),
    ],
    exceptions: everyYear(year, (of) => [closed(`${of}-01-26`, `${of}-01-26`, "Australia Day")]),
  },
});

export const people = {
  ana: {
    name: "Ana Lima",
    extension: "101",
    email: "ana@alder-finch.example",
    phones: [["Mobile", "+12125550142"]],
  },
  ben: {
    name: "Ben Odell",
    extension: "102",
    email: "ben@alder-finch.example",
    phones: [
      ["Mobile", "+12125550143"],
      ["Desk", "+12125550144"],
    ],
  },
  chloe: {
    name: "Chloe Marsh",
    extension: "201",
    email: "chloe@alder-finch.example",
    phones: [["Mobile", "+447700900142"]],
  },
  dev: {
    name: "Dev Patel",
    extension: "301",
    email: "dev@alder-finch.example",
    phones: [["Mobile", "+61491570156"]],
  },
} as const;

/** What callers hear of the library: in the last days of a year another recording than in the rest of it. */
export const greetings = {
  chime: {
    name: "Door chime",
    fileName: "door-chime.wav",
    dated: {
      label: "Between the years",
      startsOn: "12-25",
      endsOn: "12-31",
      fileName: "door-chime-holidays.wav",
    },
  },
} as const;

export const lines = {
  newYork: { number: "+12125550100", friendlyName: "Alder & Finch, New York" },
  london: { number: "+442079460100", friendlyName: "Alder & Finch, London" },
  sydney: { number: "+61255501000", friendlyName: "Alder & Finch, Sydney site desk" },
};
