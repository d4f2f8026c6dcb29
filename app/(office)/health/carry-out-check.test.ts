import { describe, expect, it, vi } from "vitest";
import { carryOutCheck } from "./carry-out-check";

describe("carryOutCheck", () => {
  it("answers what the check found", async () => {
    const result = { state: "well", found: "All there." } as const;
    expect(await carryOutCheck("settings", async () => result)).toBe(result);
  });

  it("turns what it throws into a fault with a reference that the log has too", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const result = await carryOutCheck("settings", () => Promise.reject(new Error("out of +14155550123")));
    const reference = /Reference: (\w{8})$/.exec(result.found)?.[1];
    expect(result.state).toBe("fault");
    expect(logged.mock.calls[0]?.[0]).toContain(`"reference":"${reference}"`);
    expect(result.found).not.toContain("out of");
    logged.mockRestore();
  });

  it("gives up one that never ends", async () => {
    const result = await carryOutCheck("settings", () => new Promise(() => {}), 5);
    expect(result).toMatchObject({ state: "fault", found: expect.stringContaining("too long") });
  });
});
