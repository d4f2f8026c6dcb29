import { describe, expect, it } from "vitest";
import { dependencyFaults, isBelow } from "./lock-faults";

const rules = { floors: { next: { floor: "16.4.6", why: "a hole" } }, mayRunAtInstall: new Set(["esbuild"]) };
const integrity = "sha512-x";
const whole = {
  "": {},
  "node_modules/next": { version: "16.4.6", integrity },
  "node_modules/esbuild": { version: "0.25.12", integrity, hasInstallScript: true },
};
const faultsOf = (changed: object, dependencies: Record<string, string> = { next: "16.4.6" }) =>
  dependencyFaults(
    { dependencies, devDependencies: {} },
    { lockfileVersion: 3, packages: { ...whole, ...changed } },
    rules,
  );

describe("dependencyFaults", () => {
  it("has nothing against what is pinned, whole and new enough", () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each([["^16.4.6"], ["16"], ["*"], ["latest"], ["git+https://example.com/next.git"]])(
    "takes no %s for a version",
    (version) => {
      expect(faultsOf({}, { next: version })).toEqual([expect.stringContaining("not pinned")]);
    },
  );

  it.each<[string, object, string]>([
    ["an old copy inside of another package", { version: "16.4.5", integrity }, "below 16.4.6: a hole"],
    ["another place", { version: "17.0.0", integrity, resolved: "git+ssh://x/y" }, "not come from the reg"],
    ["a folder of this machine", { link: true, version: "17.0.0", integrity }, "not come from the registry"],
    ["no checksum", { version: "17.0.0" }, "has no checksum"],
    ["a program at install", { version: "17.0.0", integrity, hasInstallScript: true }, "runs a program"],
  ])("finds %s", (_, found, words) => {
    expect(faultsOf({ "node_modules/other/node_modules/next": found })).toEqual([
      expect.stringContaining(words),
    ]);
  });

  const native = { version: "17.0.0", optional: true, cpu: ["arm64"] };

  it.each<[string, object, string[]]>([
    ["needs none for a Mac", { ...native, os: ["darwin"] }, []],
    ["needs none for a phone's processor", { ...native, os: ["linux"], cpu: ["arm"], libc: ["glibc"] }, []],
    [
      "needs one for a server",
      { ...native, os: ["linux"], libc: ["glibc"] },
      ["node_modules/native has no checksum."],
    ],
    [
      "needs one for every system",
      { version: "17.0.0", optional: true },
      ["node_modules/native has no checksum."],
    ],
  ])("a checksum of a build that is optional: %s", (_, found, faults) => {
    expect(faultsOf({ "node_modules/native": found })).toEqual(faults);
  });

  it("finds a build for some system that is left out", () => {
    const optionalDependencies = { "@next/swc-darwin-arm64": "16.4.6" };
    const next = { ...whole["node_modules/next"], optionalDependencies };
    expect(faultsOf({ "node_modules/next": next })).toEqual([
      expect.stringContaining("@next/swc-darwin-arm64 is left out"),
    ]);
    const build = { ...native, os: ["darwin"] };
    expect(faultsOf({ "node_modules/next": next, "node_modules/@next/swc-darwin-arm64": build })).toEqual([]);
  });

  it("finds a rule for what is not installed, which would hold for nothing", () => {
    const { "node_modules/next": _, ...packages } = whole;
    expect(
      dependencyFaults({ dependencies: {}, devDependencies: {} }, { lockfileVersion: 3, packages }, rules),
    ).toEqual([expect.stringContaining("next has a rule")]);
  });
});

describe("isBelow", () => {
  it.each([
    ["16.4.5", "16.4.6", true],
    ["16.4.10", "16.4.6", false],
    ["16.4.6", "16.4.6", false],
    ["9.9.9", "16.0.0", true],
    ["5.0.0-beta.4", "5.0.0-beta.32", true],
    ["5.0.0-beta.33", "5.0.0-beta.32", false],
    ["5.0.0", "5.0.0-beta.32", false],
    ["5.0.0-beta.40", "5.0.0", true],
  ])("%s before %s: %s", (version, floor, expected) => {
    expect(isBelow(version, floor)).toBe(expected);
  });
});
