import { beforeEach, describe, expect, it, vi } from "vitest";
import type { StaffUser } from "@/db/queries/staff/find-staff-user";
import { requestedPathHeader } from "./requested-path";
import { findSignedIn, requireStaff } from "./require-staff";

const mocks = vi.hoisted(() => ({ auth: vi.fn(), findStaffUser: vi.fn(), headers: vi.fn(), db: {} }));
vi.mock("./auth", () => ({ auth: mocks.auth }));
vi.mock("./page-database", () => ({ pageDatabase: () => mocks.db }));
vi.mock("@/db/queries/staff/find-staff-user", () => ({ findStaffUser: mocks.findStaffUser }));
vi.mock("next/headers", () => ({ headers: mocks.headers }));

const user: StaffUser = {
  id: "0b0e4a5e-8f43-4ff6-9c1f-2f1f6f0c9a11",
  name: "Olive Alder",
  email: "olive@example.com",
  role: "manager",
  isDisabled: false,
  sessionVersion: 3,
  hasSessionEnded: false,
};

beforeEach(() => {
  mocks.auth.mockResolvedValue({ staffUserId: user.id, sessionVersion: 3, sessionId: "s1" });
  mocks.findStaffUser.mockResolvedValue(user);
  mocks.headers.mockResolvedValue(new Headers({ [requestedPathHeader]: "/voicemails?before=1" }));
});

/** Where Next.js would send the browser. */
const redirectOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: { digest?: string }) => error.digest?.split(";")[2],
  );

describe("requireStaff", () => {
  it("answers who is signed in as the row says now, and the database to serve them from", async () => {
    const { name, email, id } = user;
    expect(await requireStaff("manager")).toEqual({
      staff: { id, name, email, role: "manager" },
      db: mocks.db,
    });
  });

  it.each<[string, () => void]>([
    ["has no session", () => mocks.auth.mockResolvedValue(null)],
    ["has been deleted", () => mocks.findStaffUser.mockResolvedValue(null)],
    ["has been disabled", () => mocks.findStaffUser.mockResolvedValue({ ...user, isDisabled: true })],
    [
      "has signed out, and left a copy of the cookie",
      () => mocks.findStaffUser.mockResolvedValue({ ...user, hasSessionEnded: true }),
    ],
    [
      "has signed out everywhere",
      () => mocks.findStaffUser.mockResolvedValue({ ...user, sessionVersion: 4 }),
    ],
  ])("sends somebody who %s to the sign-in page, and from there back", async (_, arrange) => {
    arrange();
    expect(await findSignedIn()).toBeNull();
    expect(await redirectOf(requireStaff())).toBe("/sign-in?callbackUrl=%2Fvoicemails%3Fbefore%3D1");
  });

  it("puts it into the log when somebody is kept from what they may not do, by their id alone", async () => {
    const printed = vi.spyOn(console, "warn").mockImplementation(() => {});
    await redirectOf(requireStaff("owner"));
    expect(printed.mock.calls.map(([line]) => JSON.parse(line))).toEqual([
      { level: "warning", event: "access.refused", staffUserId: user.id, role: "manager", needs: "owner" },
    ]);
    printed.mockRestore();
  });

  it("is bound by a role that has changed since signing in", async () => {
    const printed = vi.spyOn(console, "warn").mockImplementation(() => {});
    mocks.findStaffUser.mockResolvedValue({ ...user, role: "staff" });
    expect(await redirectOf(requireStaff("manager"))).toBe("/not-allowed?needs=manager");
    expect(await redirectOf(requireStaff("staff"))).toBeNull();
    mocks.findStaffUser.mockResolvedValue({ ...user, role: "owner" });
    expect(await redirectOf(requireStaff("manager"))).toBeNull();
    printed.mockRestore();
  });
});
