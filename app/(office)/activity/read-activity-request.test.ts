import { describe, expect, it } from "vitest";
import { activityQuery, readActivityRequest } from "./read-activity-request";

const id = "0d2cf5cf-56b5-4c05-9e0a-0a5a3c1c2b1d";

describe("readActivityRequest", () => {
  it.each([
    "",
    "q=Ana+%26+Ben",
    `by=${id}`,
    "by=app&subject=person",
    `subject=person&id=${id}&from=2026-11-01&until=2026-11-30&after=1763812800123_42`,
  ])("reads and writes “%s” alike", (query) => {
    expect(activityQuery(readActivityRequest(Object.fromEntries(new URLSearchParams(query))))).toBe(query);
  });

  it.each([
    ["by=somebody"],
    ["subject=constructor"],
    [`id=${id}`],
    ["from=2026-02-30"],
    ["until=0001-01-01"],
    ["after=now"],
    ["after=1_2; drop table"],
  ])("passes over %s", (query) => {
    expect(activityQuery(readActivityRequest(Object.fromEntries(new URLSearchParams(query))))).toBe("");
  });

  it("passes over what is asked for twice", () => {
    expect(activityQuery(readActivityRequest({ q: ["one", "two"] }))).toBe("");
  });
});
