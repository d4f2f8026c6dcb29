import { describe, expect, it } from "vitest";
import { Memory } from "./memory";
import { at } from "./testing/example-call";

describe("Memory", () => {
  it("knows for a day, to the nanosecond", () => {
    const memory = new Memory<string>(10);
    memory.remember("+1", "set-up", at);
    expect(memory.recall("+1", at.add({ hours: 24 }))).toBe("set-up");
    expect(memory.recall("+1", at.add({ hours: 24, nanoseconds: 1 }))).toBeNull();
    expect(memory.recall("+2", at)).toBeNull();
  });

  it("keeps the newest", () => {
    const memory = new Memory<number>(2);
    for (const [index, key] of ["a", "b", "a", "c"].entries()) memory.remember(key, index, at);
    expect(["a", "b", "c"].map((key) => memory.recall(key, at))).toEqual([2, null, 3]);
  });
});
