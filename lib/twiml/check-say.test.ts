import { expect, test } from "vitest";
import { checkTwiml } from "./check-twiml";

function severitiesOf(voice: string, text: string): string[] {
  const attribute = voice === "" ? "" : ` voice="${voice}"`;
  return checkTwiml(`<Response><Say${attribute}>${text}</Say></Response>`)
    .filter(({ code }) => code === "say-too-long")
    .map(({ severity }) => severity);
}

test.each<[what: string, voice: string, text: string, found: string[]]>([
  ["4,096 characters are enough for the voice of the account", "", "x".repeat(4096), []],
  ["4,097 are too many", "", "x".repeat(4097), ["error"]],
  ["4,097 are too many for a basic voice", "woman", "x".repeat(4097), ["error"]],
  ["3,000 are enough for Polly", "Polly.Joanna", "x".repeat(3000), []],
  ["3,001 are too many for Polly", "Polly.Joanna-Neural", "x".repeat(3001), ["error"]],
  ["5,000 are enough for Google", "Google.en-US-Standard-C", "x".repeat(5000), []],
  ["5,001 are too many for Google", "Google.en-US-Standard-C", "x".repeat(5001), ["error"]],
  ["Polly does not count markup", "Polly.Joanna", `<p>${"x".repeat(2999)}</p>`, []],
  ["Google counts markup", "Google.en-US-Standard-C", `<p>${"x".repeat(4999)}</p>`, ["error"]],
  ["Google counts spaces", "Google.en-US-Standard-C", `${"x ".repeat(2500)} `, ["error"]],
  ["line breaks and indents are spoken as one space", "", `${"x".repeat(4000)}\n${" ".repeat(200)}`, []],
  ["an emoji is one character, but four bytes", "Polly.Joanna", "😀".repeat(2000), ["warning"]],
  ["accents that may count twice deserve a warning", "", "é".repeat(3000), ["warning"]],
])("%s", (_what, voice, text, found) => {
  expect(severitiesOf(voice, text)).toEqual(found);
});

test("the message says by how much, and what to do", () => {
  const [fault] = checkTwiml(`<Response><Say voice="Polly.Joanna">${"x".repeat(3456)}</Say></Response>`);
  expect(fault?.message).toBe(
    "Line 1: This <Say> is 3,456 characters long, more than the 3,000 that a voice of Amazon Polly can speak at once. Split it in two.",
  );
});
