import { expect, it } from "vitest";
import { isOverHttps } from "./over-https";
import { cookieSettings } from "./session-cookies";

const namesOf = (isSecure: boolean) =>
  Object.values(cookieSettings(isSecure).cookies ?? {}).map(({ name }) => name);

it("binds every cookie of next-auth to this host over https, and names none so without", () => {
  expect(namesOf(true)).toHaveLength(6);
  for (const name of namesOf(true)) expect(name).toMatch(/^__Host-authjs\./);
  for (const name of namesOf(false)) expect(name).toMatch(/^authjs\./);
  expect(cookieSettings(true).useSecureCookies).toBe(true);
  expect(cookieSettings(false).useSecureCookies).toBe(false);
});

it.each<[string, Record<string, string>, boolean]>([
  ["nothing is told", {}, false],
  ["plain HTTP", { "x-forwarded-proto": "http" }, false],
  ["https", { "x-forwarded-proto": "https" }, true],
  ["https before a proxy inside", { "x-forwarded-proto": "https, http" }, true],
  ["http before a proxy inside", { "x-forwarded-proto": "http,https" }, false],
])("knows %s", (_, headers, expected) => {
  expect(isOverHttps(new Headers(headers))).toBe(expected);
});
