import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { beginLife, lifeLeft } from "./session-life";

const now = Temporal.Instant.from("2026-11-23T09:00:00Z");
const later = (days: number) => now.add({ hours: days * 24 });

describe("lifeLeft", () => {
  it("is thirty days from signing in, however often the token is renewed", () => {
    const life = beginLife(now);
    expect(lifeLeft({ sub: "u1", ...life, iat: 0 }, later(29))).toEqual(life);
    expect(lifeLeft({ sub: "u1", ...life }, later(30).subtract({ seconds: 1 }))).toEqual(life);
    expect(lifeLeft({ sub: "u1", ...life }, later(30))).toBeNull();
  });

  it.each<[string, object]>([
    ["without an id, which could not be ended", { startedAt: now.epochMilliseconds }],
    ["without a beginning, which would never end", { sessionId: "s1" }],
    ["whose beginning is no number", { sessionId: "s1", startedAt: String(now.epochMilliseconds) }],
  ])("is none for a token %s", (_, token) => {
    expect(lifeLeft({ ...token }, now)).toBeNull();
  });
});

describe("beginLife", () => {
  it("is another one each time, so that no session goes on under an id from before", () => {
    expect(new Set(Array.from({ length: 100 }, () => beginLife(now).sessionId)).size).toBe(100);
  });
});
