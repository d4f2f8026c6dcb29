import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Holder, readHolder, releaseLock, tryLock } from "./lock-file";

let parent: string;
let folder: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "switchboard-lock-"));
  folder = join(parent, "db");
});
afterEach(() => rmSync(parent, { recursive: true }));

const holder = (): Holder => ({ instanceId: randomUUID(), pid: 1, port: 2, machine: "here" });

test("a folder without a lock can be taken, and let go", () => {
  const own = holder();
  expect(readHolder(folder)).toBeNull();
  expect(tryLock(folder, null, own)).toBe(true);
  expect(readHolder(folder)).toEqual(own);
  expect(readdirSync(parent)).toEqual(["db.lock"]);
  releaseLock(folder, own);
  expect(readHolder(folder)).toBeNull();
  expect(readdirSync(parent)).toEqual([]);
});

test("a lock that is held cannot be taken, nor let go by another", () => {
  const first = holder();
  tryLock(folder, null, first);
  expect(tryLock(folder, null, holder())).toBe(false);
  releaseLock(folder, holder());
  expect(readHolder(folder)).toEqual(first);
});

test("of those who find the same dead holder, one takes over", () => {
  const [dead, quick, slow] = [holder(), holder(), holder()];
  tryLock(folder, null, dead);
  expect(tryLock(folder, dead, quick)).toBe(true);
  expect(tryLock(folder, dead, slow)).toBe(false);
  expect(readHolder(folder)).toEqual(quick);
  expect(readdirSync(parent)).toEqual(["db.lock"]);
});

test("an heir that was killed before it put its name in the lock has an heir of its own", () => {
  const [dead, deadHeir, heir] = [holder(), holder(), holder()];
  tryLock(folder, null, dead);
  writeFileSync(`${folder}.lock.after-${dead.instanceId}`, JSON.stringify(deadHeir));
  expect(readHolder(folder)).toEqual(deadHeir);
  expect(tryLock(folder, dead, holder())).toBe(false);
  expect(tryLock(folder, deadHeir, heir)).toBe(true);
  expect(readHolder(folder)).toEqual(heir);
  expect(readdirSync(parent)).toEqual(["db.lock"]);
});

test("a holder that let go while it was taken for dead leaves the folder to the next one", () => {
  const [left, next] = [holder(), holder()];
  tryLock(folder, null, left);
  releaseLock(folder, left);
  expect(tryLock(folder, left, next)).toBe(false);
  expect(readdirSync(parent)).toEqual([]);
  expect(tryLock(folder, null, next)).toBe(true);
});

test("what a killed process left beside the lock is cleared away", () => {
  tryLock(folder, null, holder());
  const dead = readHolder(folder);
  writeFileSync(`${folder}.lock.draft-1`, "");
  writeFileSync(`${folder}.lock.after-${randomUUID()}`, "{}");
  writeFileSync(join(parent, "db-of-mine"), "");
  expect(tryLock(folder, dead, holder())).toBe(true);
  expect(readdirSync(parent).sort()).toEqual(["db-of-mine", "db.lock"]);
});

test("a folder has one lock, by whatever name one comes to it", () => {
  mkdirSync(folder);
  symlinkSync(folder, join(parent, "alias"));
  const own = holder();
  tryLock(folder, null, own);
  expect(readHolder(join(parent, "alias"))).toEqual(own);
});

test("a damaged lock is left to a person", () => {
  writeFileSync(`${folder}.lock`, '{"pid":');
  expect(() => readHolder(folder)).toThrow(/db\.lock is damaged.*delete it/);
});
