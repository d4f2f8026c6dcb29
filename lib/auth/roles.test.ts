import { describe, expect, it } from "vitest";
import { isAtLeast, isStaffRole, type StaffRole } from "./roles";

describe("isAtLeast", () => {
  it.each<[StaffRole, StaffRole, boolean]>([
    ["staff", "staff", true],
    ["staff", "manager", false],
    ["staff", "owner", false],
    ["manager", "staff", true],
    ["manager", "manager", true],
    ["manager", "owner", false],
    ["owner", "staff", true],
    ["owner", "manager", true],
    ["owner", "owner", true],
  ])("%s where %s is needed: %s", (role, minimum, expected) => {
    expect(isAtLeast(role, minimum)).toBe(expected);
  });
});

describe("isStaffRole", () => {
  it.each([
    ["owner", true],
    ["Owner", false],
    ["admin", false],
    ["", false],
    ["constructor", false],
  ])("%j: %s", (word, expected) => {
    expect(isStaffRole(word)).toBe(expected);
  });
});
