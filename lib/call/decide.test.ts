import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { decideCall } from "./decide";
import type { LineSetup } from "./setup";
import { at, configuration, setup } from "./testing/example-call";

const monday = (time: string) =>
  Temporal.ZonedDateTime.from(`2026-11-23T${time}[America/New_York]`).toInstant();

describe("decideCall", () => {
  it("takes the open action while the schedule is open, and the other from the minute it closes", () => {
    expect(decideCall(setup, false, monday("16:59:59"))).toMatchObject({
      kind: "act",
      action: { name: "Ring the team" },
    });
    expect(decideCall(setup, false, monday("17:00:00"))).toMatchObject({
      kind: "act",
      action: { name: "Say something" },
    });
  });

  it("says in words why, and until when", () => {
    expect(decideCall(setup, false, monday("10:00")).reason).toEqual({
      code: "open",
      words: "Open until 17:00",
    });
    expect(decideCall(setup, false, monday("18:00")).reason.code).toBe("closed");
  });

  const table: [string, LineSetup, boolean, string][] = [
    ["a number that is none of ours", { ...setup, line: null, configuration: null }, false, "numberUnknown"],
    [
      "a number without an active configuration",
      { ...setup, configuration: null },
      false,
      "configurationInactive",
    ],
    ["a blocked caller", setup, true, "callerBlocked"],
    [
      "a blocked caller of an unknown number, by the number",
      { ...setup, line: null, configuration: null },
      true,
      "numberUnknown",
    ],
  ];

  it.each(table)("rejects %s", (_, given, isBlocked, code) => {
    expect(decideCall(given, isBlocked, at)).toMatchObject({ kind: "reject", reason: { code } });
  });

  it("lets a blocked caller through to nobody, even in an office that is closed", () => {
    const closed = {
      ...setup,
      configuration: { ...configuration, schedule: { ...configuration.schedule, windows: [] } },
    };
    expect(decideCall(closed, true, at).kind).toBe("reject");
  });
});
