import type { APIResponse } from "@playwright/test";
import { directivesOf, faultsOfHtml } from "./read-page";

/** Of every answer. */
export const commonHeaders = {
  "x-content-type-options": "nosniff",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
};
const pageHeaders = {
  ...commonHeaders,
  "referrer-policy": "same-origin",
  "x-frame-options": "DENY",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** What is wrong with a page as it was sent, its policy and its headers included. */
export function faultsOfPage(answer: Pick<APIResponse, "headers">, html: string): string[] {
  const headers = answer.headers();
  const policy = directivesOf(headers["content-security-policy"] ?? "");
  const [nonce = "", ...others] = policy.get("script-src") ?? [];
  const own = /^'nonce-([A-Za-z0-9+/]{22}==)'$/.exec(nonce)?.[1] ?? "no nonce";
  const expected: [string, readonly string[]][] = [
    ["default-src", ["'self'"]],
    ["object-src", ["'none'"]],
    ["base-uri", ["'none'"]],
    ["form-action", ["'self'"]],
    ["frame-ancestors", ["'none'"]],
    ["style-src", ["'self'", nonce]],
  ];
  return [
    ...faultsOfHtml(html, own),
    ...(others.join(" ") === "'strict-dynamic'" ? [] : [`scripts may also come from ${others.join(" ")}`]),
    ...expected.flatMap(([name, sources]) =>
      policy.get(name)?.join(" ") === sources.join(" ") ? [] : [`${name} is ${policy.get(name)?.join(" ")}`],
    ),
    ...Object.entries(pageHeaders).flatMap(([name, value]) =>
      headers[name] === value ? [] : [`${name} is ${headers[name]}`],
    ),
    ...(/no-store/.test(headers["cache-control"] ?? "") ? [] : ["it may be kept by the browser"]),
    ...(headers["x-powered-by"] === undefined ? [] : ["it says what it is made with"]),
    ...(/<img src=x|<svg\/onload|<script>window\.broken|<script>x/.test(html) ? ["markup came through"] : []),
  ];
}
