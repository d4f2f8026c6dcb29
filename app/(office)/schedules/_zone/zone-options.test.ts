import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { matchingZones, zoneOptions } from "./zone-options";

const zones = [
  "America/New_York",
  "America/Argentina/Buenos_Aires",
  "Asia/Kolkata",
  "Europe/Berlin",
  "Europe/London",
  "UTC",
];
const winter = zoneOptions(zones, Temporal.Instant.from("2026-11-23T12:00:00Z"));
const summer = zoneOptions(zones, Temporal.Instant.from("2026-07-01T12:00:00Z"));
const found = (search: string, options = winter) => matchingZones(options, search).map(({ id }) => id);

describe("matchingZones", () => {
  it.each([
    ["a city", "new york", ["America/New_York"]],
    ["a part of it, with capitals", "BUENOS", ["America/Argentina/Buenos_Aires"]],
    ["a city's time", "New York time", ["America/New_York"]],
    ["what people call it", "eastern", ["America/New_York"]],
    ["the name in the time-zone database", "America/New_York", ["America/New_York"]],
    ["an offset", "-5", ["America/New_York"]],
    ["an offset with its minutes", "UTC+05:30", ["Asia/Kolkata"]],
    ["an offset as it is shown", "UTC−05:00", ["America/New_York"]],
    ["an offset after a space", "gmt +1", ["Europe/Berlin"]],
    ["a continent and an offset", "europe +0", ["Europe/London"]],
    ["nothing that there is", "atlantis", []],
  ])("%s", (_, search, ids) => {
    expect(found(search)).toEqual(ids);
  });

  it("goes by the season", () => {
    expect(found("-4", summer)).toEqual(["America/New_York"]);
    expect(summer.find(({ id }) => id === "America/New_York")?.about).toBe(
      "America, Eastern Time, UTC−04:00",
    );
  });

  it("offers everything while nothing is typed", () => {
    expect(found(" ")).toEqual(zones);
  });
});
