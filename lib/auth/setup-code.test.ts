import { describe, expect, it } from "vitest";
import type { Settings } from "../settings-schema";
import { isSetupCode, setupCode } from "./setup-code";

const settings = (given: Partial<Pick<Settings, "SETUP_CODE" | "AUTH_SECRET">>) => ({
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  ...given,
});

describe("setupCode", () => {
  it("is the one that is set", () => {
    expect(setupCode(settings({ SETUP_CODE: "correct-horse-battery" }))).toBe("correct-horse-battery");
  });

  it("otherwise follows from the secret, in groups that can be read out", () => {
    const code = setupCode(settings({}));
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(setupCode(settings({}))).toBe(code);
    expect(setupCode(settings({ AUTH_SECRET: "another secret, of 32 characters" }))).not.toBe(code);
  });
});

describe("isSetupCode", () => {
  it.each(["Correct-Horse-Battery", " correct horse battery "])("takes %j", (given) => {
    expect(isSetupCode(given, settings({ SETUP_CODE: "correct-horse-battery" }))).toBe(true);
  });

  it.each(["", "-", "correct-horse", "correct-horse-battery1"])("refuses %j", (given) => {
    expect(isSetupCode(given, settings({ SETUP_CODE: "correct-horse-battery" }))).toBe(false);
  });
});
