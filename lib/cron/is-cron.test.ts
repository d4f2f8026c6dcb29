import { expect, it } from "vitest";
import { isCron } from "./is-cron";

const request = (authorization?: string) =>
  new Request("https://phones.example.com/api/cron/notices", {
    headers: authorization === undefined ? {} : { authorization },
  });

it.each([
  ["the secret", "Bearer 0123456789abcdef", "0123456789abcdef", true],
  ["another secret", "Bearer 0123456789abcdeg", "0123456789abcdef", false],
  ["a part of it", "Bearer 0123456789", "0123456789abcdef", false],
  ["another scheme", "Basic 0123456789abcdef", "0123456789abcdef", false],
  ["nothing", undefined, "0123456789abcdef", false],
  ["something, while no secret is set", "Bearer undefined", undefined, false],
])("of a request that bears %s", (_, authorization, secret, expected) => {
  expect(isCron(request(authorization), secret)).toBe(expected);
});
