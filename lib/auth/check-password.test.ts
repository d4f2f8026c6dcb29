import { Temporal } from "temporal-polyfill";
import { beforeEach, expect, it, vi } from "vitest";
import type { Database } from "@/db/client";
import { checkPassword } from "./check-password";

const mocks = vi.hoisted(() => ({
  begin: vi.fn(),
  find: vi.fn(),
  isPassword: vi.fn(),
  markSucceeded: vi.fn(),
}));
vi.mock("./begin-at-pace", () => ({ beginAtPace: mocks.begin }));
vi.mock("@/db/queries/staff/find-sign-in-account", () => ({ findSignInAccount: mocks.find }));
vi.mock("@/db/queries/staff/end-sign-in-attempt", () => ({ markSignInSucceeded: mocks.markSucceeded }));
vi.mock("./password", () => ({ isPassword: mocks.isPassword }));

const account = { id: "u1", passwordHash: "$argon2id$x", isDisabled: false, sessionVersion: 3 };
const given = {
  email: "olive@example.com",
  password: "not it",
  address: "192.0.2.1",
  at: Temporal.Instant.from("2026-11-23T09:00:00Z"),
};
const check = () => checkPassword({} as Database, given);

beforeEach(() => {
  vi.resetAllMocks();
  mocks.begin.mockResolvedValue({ attemptId: 1, waitSeconds: 0 });
});

it.each<[string, object | null, boolean]>([
  ["an account, and a wrong password", account, false],
  ["no account", null, false],
  ["an account without a password", { ...account, passwordHash: null }, false],
  ["a disabled account, and its right password", { ...account, isDisabled: true }, true],
])("does the same work and says the same for %s", async (_, found, isRight) => {
  mocks.find.mockResolvedValue(found);
  mocks.isPassword.mockResolvedValue(isRight);
  expect(await check()).toEqual({ kind: "wrong" });
  expect(mocks.begin).toHaveBeenCalledTimes(1);
  expect(mocks.find).toHaveBeenCalledTimes(1);
  // Hashing is what takes the time.
  expect(mocks.isPassword).toHaveBeenCalledTimes(1);
  expect(mocks.markSucceeded).not.toHaveBeenCalled();
});

it("looks at no password of whoever has to wait, whether there is an account or not", async () => {
  mocks.begin.mockResolvedValue({ attemptId: 1, waitSeconds: 7 });
  for (const found of [account, null]) {
    mocks.find.mockResolvedValue(found);
    expect(await check()).toEqual({ kind: "tooSoon", waitSeconds: 7 });
  }
  expect(mocks.isPassword).not.toHaveBeenCalled();
});

it("lets in whoever is right, and counts that as no failure", async () => {
  mocks.find.mockResolvedValue(account);
  mocks.isPassword.mockResolvedValue(true);
  expect(await check()).toEqual({ kind: "right", staffUserId: "u1", sessionVersion: 3 });
  expect(mocks.markSucceeded).toHaveBeenCalledTimes(1);
});
