import { describe, expect, it } from "vitest";
import { canBeTexted } from "../text-message/can-be-texted";
import { type NotifiedPerson, recipientsOf } from "./recipients";

const ana: NotifiedPerson = {
  personId: "11111111-1111-4111-8111-111111111111",
  name: "Ana",
  email: "Ana@Example.com",
  isToldByEmail: true,
  isToldByText: false,
  // A landline in London, a desk phone, a mobile, another one.
  numbers: ["+442079460142", "sip:ana@example.com", "+447400123456", "+447400123457"],
};
const number = (text: string): NotifiedPerson => ({
  ...ana,
  personId: null,
  name: null,
  email: null,
  numbers: [text],
});

const told = (people: NotifiedPerson[]) => {
  const { recipients, unreachable } = recipientsOf(people, canBeTexted);
  return { to: recipients.map(({ channel, address }) => `${channel} ${address}`), unreachable };
};

describe("recipientsOf", () => {
  it.each<[string, NotifiedPerson, string[]]>([
    ["by e-mail", ana, ["email ana@example.com"]],
    [
      "by text, on the first phone that may be a mobile",
      { ...ana, isToldByEmail: false, isToldByText: true },
      ["text +447400123456"],
    ],
    ["both ways", { ...ana, isToldByText: true }, ["email ana@example.com", "text +447400123456"]],
    ["by a bare number, whatever kind it is", number("+442079460142"), ["text +442079460142"]],
  ])("tells %s", (_, person, to) => {
    expect(told([person])).toEqual({ to, unreachable: [] });
  });

  it.each<[NotifiedPerson, string]>([
    [{ ...ana, email: null }, "Ana has no e-mail address."],
    [
      { ...ana, isToldByEmail: false, isToldByText: true, numbers: ["+442079460142"] },
      "Ana has no mobile number.",
    ],
    [{ ...ana, isToldByEmail: false }, "Ana is told neither by e-mail nor by text."],
    [number("sip:desk@example.com"), "sip:desk@example.com takes no texts."],
  ])("says who cannot be told, %#", (person, why) => {
    expect(told([person])).toEqual({ to: [], unreachable: [why] });
  });

  it("tells an address once, however many ways lead to it", () => {
    const ben = { ...ana, personId: "22222222-2222-4222-8222-222222222222", email: "ana@example.com" };
    expect(told([ana, ben, number("+447400123456"), number("+447400123456")]).to).toEqual([
      "email ana@example.com",
      "text +447400123456",
    ]);
  });
});
