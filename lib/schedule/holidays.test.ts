import { describe, expect, it } from "vitest";
import { listHolidayCountries, listHolidayRegions, listPublicHolidays } from "./holidays";

const named = (country: string, region: string | null = null, year = 2027) =>
  listPublicHolidays({ country, region, year }).map(({ startsOn, endsOn, name }) =>
    startsOn === endsOn ? `${startsOn} ${name}` : `${startsOn}/${endsOn} ${name}`,
  );

describe("listPublicHolidays", () => {
  it("knows a country's own, in the order of their dates, and leaves out mere observances", () => {
    const holidays = named("US");
    expect(holidays).toContain("2027-11-25 Thanksgiving Day");
    expect(holidays.join()).not.toContain("Valentine");
    expect(holidays).toEqual(holidays.toSorted());
  });

  it("adds those of a region", () => {
    expect(named("DE", "BY")).toContain("2027-01-06 Epiphany");
    expect(named("DE")).not.toContain("2027-01-06 Epiphany");
  });

  it("spans a feast of several days", () => {
    expect(named("SA").filter((text) => text.includes("/"))).toHaveLength(2);
  });

  it("leaves out half days", () => {
    expect(named("DE").join()).not.toContain("12-24");
  });

  it("is empty for a country that is none", () => {
    expect(named("XX")).toEqual([]);
  });
});

it("names countries and their regions in English, in the order of the alphabet", () => {
  const countries = listHolidayCountries();
  expect(countries).toContainEqual({ code: "DE", name: "Germany" });
  expect(countries.map(({ name }) => name)).toEqual(
    countries.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, "en")),
  );
  expect(listHolidayRegions("US")).toContainEqual({ code: "NY", name: "New York" });
  expect(listHolidayRegions("XX")).toEqual([]);
});
