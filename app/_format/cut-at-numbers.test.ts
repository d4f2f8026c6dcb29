import { expect, it } from "vitest";
import { cutAtNumbers } from "./cut-at-numbers";
import { describeCaller } from "./describe-caller";
import { formatPhoneNumber } from "./phone-number";

const numbersIn = (text: string) =>
  cutAtNumbers(text)
    .filter(({ isNumber }) => isNumber)
    .map((part) => part.text);

it.each([
  ["+12125550142", "US"],
  ["+81312345678", "JP"],
  ["+5511987654321", "BR"],
])("keeps %s as %s writes it in one piece", (e164, country) => {
  const written = formatPhoneNumber(e164, country);
  expect(written).toContain("-");
  expect(numbersIn(`Delete the voicemail of ${written}?`)).toEqual([written]);
});

it("leaves nothing out, and takes names and dates with hyphens for what they are", () => {
  const text = describeCaller("+12125550142", "Anne-Marie 2 Lund-Day", "US");
  expect(
    cutAtNumbers(text)
      .map((part) => part.text)
      .join(""),
  ).toBe(text);
  expect(numbersIn(text)).toEqual(["(212)\u00a0555-0142"]);
  expect(numbersIn("Lund-Day")).toEqual([]);
  expect(cutAtNumbers("")).toEqual([]);
});
