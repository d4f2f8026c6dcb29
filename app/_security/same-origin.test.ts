import { expect, it } from "vitest";
import { isFromOurPages } from "./same-origin";

const host = "phones.example.com";
const ours = { host, origin: `https://${host}` };

it.each([
  ["a page of ours", { ...ours, "sec-fetch-site": "same-origin" }, true],
  ["a browser that says nothing of the site", ours, true],
  ["a page behind a proxy", { ...ours, host: "10.0.0.7:3000", "x-forwarded-host": `${host}, inner` }, true],
  ["another site", { ...ours, origin: "https://evil.example" }, false],
  ["another site of the same domain", { ...ours, "sec-fetch-site": "same-site" }, false],
  ["a page without an origin", { ...ours, origin: "null" }, false],
  ["no browser", { host }, false],
])("answers for %s", (_, headers, isOurs) => {
  expect(isFromOurPages(new Headers(headers as Record<string, string>))).toBe(isOurs);
});
