import { expect, it } from "vitest";
import { insist } from "./insist";

/** Fails so many times, and then answers how often it was asked. */
function failing(times: number) {
  let asked = 0;
  const request = async () => {
    asked += 1;
    if (asked <= times) throw new Error(`away ${asked}`);
    return asked;
  };
  return { request, asked: () => asked };
}

it.each([0, 1, 2])("answers what comes after %i failures", async (times) => {
  expect(await insist(failing(times).request, [0, 0])).toBe(times + 1);
});

it("tries so often and no more, and says what the last try failed with", async () => {
  const { request, asked } = failing(9);
  await expect(insist(request, [0, 0])).rejects.toThrow("away 3");
  expect(asked()).toBe(3);
});
