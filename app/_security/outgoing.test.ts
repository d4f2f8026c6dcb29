import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

/**
 * What the server asks of others, and where: to each an address that is made here or set by the operator, never one that a
 * caller, a callback or a form names. A new one has to be put on this list, with the reason why it can go nowhere else.
 */
const asksOthers: Readonly<Record<string, string>> = {
  "app/(office)/health/_checks/check-webhook.ts":
    "this app, at the address that is pinned or that Vercel gives it; only for an owner",
  "app/(office)/voicemails/[id]/audio/route.ts": "Twilio, with a path made from a recording's sid",
  "app/api/voice/greeting-recorded/fetch-recording.ts": "Twilio, with a path made from a recording's sid",
  "db/neon-client.ts": "the database that is set",
  "lib/mail/mail-transport.ts": "the mail server that is set",
  "lib/twilio/rest/request-client.ts": "Twilio, through its own package",
};

/** In a browser, of this app alone: each of these begins with a slash. */
const asksUs = /\bfetch\(\s*(?:`\/(?!\/)|"\/(?!\/)|source\b)/;

const asking =
  /\bfetch\(|\bhttps?\.(?:get|request)\(|\bnew (?:WebSocket|EventSource)\(|\bsendBeacon\(|\bcreateTransport\(|extends twilio\.RequestClient/;

const files = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "app", "lib", "db"],
  {
    encoding: "utf8",
  },
)
  .split("\n")
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.ts$|^db\/(embedded|seed)\/|\/generate\.ts$/.test(path));

it("goes nowhere but where this list says", () => {
  const found = files.filter((path) => {
    const text = readFileSync(path, "utf8")
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")
      // Twilio's package names a method so, of one number, one call and one recording.
      .replaceAll(/\b(?:incomingPhoneNumbers|calls|recordings)\(\w+\)\.fetch\(/g, "");
    return text.split("\n").some((line) => asking.test(line) && !asksUs.test(line));
  });
  expect(found.sort()).toEqual(Object.keys(asksOthers).sort());
});

it("runs no text as a program, and puts none into a page as markup but a constant", () => {
  const risky =
    /\beval\(|new Function\(|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|node:vm|node:child_process/;
  const found = files.filter((path) => risky.test(readFileSync(path, "utf8")) && !path.startsWith("db/"));
  expect(found).toEqual(["app/layout.tsx"]);
});

/** Statements that are put together as text, and of what. */
const ofText: Readonly<Record<string, string>> = {
  "db/production-mark.ts":
    "a digest, which is refused unless it is hexadecimal digits: COMMENT takes no parameters",
  "db/queries/call-path/action-json.ts": "constants of the rings' order",
  "db/queries/call-path/merge-call.ts": "constants of a call's results, and the word for an unknown caller",
  "db/queries/call-path/static-statement.ts": "a statement that was built by Drizzle, with its parameters",
  "db/queries/reports/get-call-report.ts": "a constant",
  "lib/auth/announce-first-run.ts": "a constant",
};

it("writes no SQL from what was typed or sent: that is always a parameter", () => {
  const found = files.filter((path) => /sql\.raw\(|\$client\.query\(/.test(readFileSync(path, "utf8")));
  expect(found.sort()).toEqual(Object.keys(ofText).sort());
});
