import { describe, expect, it } from "vitest";
import { isSameOrigin } from "./is-same-origin";

describe("isSameOrigin", () => {
  it.each<[string, Record<string, string>, boolean]>([
    ["a page of ours, as the browser says", { "sec-fetch-site": "same-origin" }, true],
    [
      "another site",
      { "sec-fetch-site": "cross-site", origin: "https://a.example", host: "a.example" },
      false,
    ],
    ["another page of the same domain", { "sec-fetch-site": "same-site" }, false],
    ["an address that was typed", { "sec-fetch-site": "none" }, false],
    ["an older browser, by its origin", { origin: "https://a.example", host: "a.example" }, true],
    [
      "a proxy before us",
      { origin: "https://a.example", host: "inner", "x-forwarded-host": "a.example" },
      true,
    ],
    [
      "two proxies before us",
      { origin: "https://a.example", host: "inner", "x-forwarded-host": "a.example, middle" },
      true,
    ],
    ["another origin", { origin: "https://b.example", host: "a.example" }, false],
    ["a page that hides where it is from", { origin: "null", host: "a.example" }, false],
    ["nothing at all", {}, false],
  ])("%s", (_, headers, expected) => {
    expect(isSameOrigin(new Headers(headers))).toBe(expected);
  });
});
