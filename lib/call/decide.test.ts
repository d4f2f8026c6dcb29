import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { decideCall } from "./decide";
import type { CallerStanding, LineSetup } from "./setup";
import { at, configuration, say, setup } from "./testing/example-call";

const monday = (time: string) =>
  Temporal.ZonedDateTime.from(`2026-11-23T${time}[America/New_York]`).toInstant();

const stranger: CallerStanding = { isBlocked: false, known: null };
const blocked: CallerStanding = { isBlocked: true, known: null };
const vip = { ...say("Straight to Dana."), name: "Ring Dana" };
const friend = (action = null as typeof vip | null): CallerStanding => ({
  isBlocked: false,
  known: { name: "Ana Ruiz", action },
});

describe("decideCall", () => {
  it("takes the open action while the schedule is open, and the other from the minute it closes", () => {
    expect(decideCall(setup, stranger, monday("16:59:59"))).toMatchObject({
      kind: "act",
      action: { name: "Ring the team" },
    });
    expect(decideCall(setup, stranger, monday("17:00:00"))).toMatchObject({
      kind: "act",
      action: { name: "Say something" },
    });
  });

  it("says in words why, and until when", () => {
    expect(decideCall(setup, stranger, monday("10:00")).reason).toEqual({
      code: "open",
      words: "Open until 17:00 (New York time)",
    });
    expect(decideCall(setup, stranger, monday("18:00")).reason.code).toBe("closed");
  });

  const table: [string, LineSetup, CallerStanding, string][] = [
    [
      "a number that is none of ours",
      { ...setup, line: null, configuration: null },
      stranger,
      "numberUnknown",
    ],
    [
      "a number without an active configuration",
      { ...setup, configuration: null },
      stranger,
      "configurationInactive",
    ],
    ["a blocked caller", setup, blocked, "callerBlocked"],
    [
      "a blocked caller of an unknown number, by the number",
      { ...setup, line: null, configuration: null },
      blocked,
      "numberUnknown",
    ],
  ];

  it.each(table)("rejects %s", (_, given, standing, code) => {
    expect(decideCall(given, standing, at)).toMatchObject({ kind: "reject", reason: { code } });
  });

  it("lets a blocked caller through to nobody, even in an office that is closed", () => {
    const closed = {
      ...setup,
      configuration: { ...configuration, schedule: { ...configuration.schedule, windows: [] } },
    };
    expect(decideCall(closed, blocked, at).kind).toBe("reject");
  });

  it.each(["16:00", "18:00"])(
    "leads a known caller with an action of their own straight to it at %s",
    (time) => {
      expect(decideCall(setup, friend(vip), monday(time))).toMatchObject({
        action: { name: "Ring Dana" },
        isOpen: time === "16:00",
        reason: { code: "knownCaller", words: "A known caller, Ana Ruiz" },
      });
    },
  );

  it("blocks a caller who is both known and blocked", () => {
    expect(decideCall(setup, { ...friend(vip), isBlocked: true }, at).kind).toBe("reject");
  });

  const forFriends: LineSetup = {
    ...setup,
    configuration: { ...configuration, takesKnownCallersOnly: true },
  };

  it.each<[string, LineSetup, CallerStanding | null, string, string]>([
    ["a known caller as anybody", setup, friend(), "Ring the team", "open"],
    ["a stranger where everybody is taken", setup, stranger, "Ring the team", "open"],
    ["a known caller where only they are taken", forFriends, friend(), "Ring the team", "open"],
    [
      "a stranger where only known callers are taken",
      forFriends,
      stranger,
      "Say something",
      "callerNotKnown",
    ],
    ["somebody who could not be looked up as one who is known", forFriends, null, "Ring the team", "open"],
  ])("answers %s", (_, given, standing, name, code) => {
    expect(decideCall(given, standing, at)).toMatchObject({ action: { name }, reason: { code } });
  });
});
