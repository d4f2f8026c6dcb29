import { expect, test } from "vitest";
import { getElementRule } from "@/lib/twiml/grammar/twiml-grammar";
import { ringTones } from "./ring-tones";

test("the ring tones are those that Twilio has", () => {
  const known = getElementRule("Dial").attributes.get("ringTone")?.values ?? [];
  expect(ringTones.map(({ value }) => value).sort()).toEqual([...known].sort());
});
