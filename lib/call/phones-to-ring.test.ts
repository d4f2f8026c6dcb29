import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { everyPhone, passedOverAt, phonesToRing } from "./phones-to-ring";
import { ana, at, ben, person } from "./testing/example-call";

const numbers = (phones: { number: string }[]) => phones.map(({ number }) => number);

describe("phonesToRing", () => {
  it("is every phone of every person, in order", () => {
    expect(numbers(phonesToRing([ana, ben], at))).toEqual(["+12125550142", "+12125550143", "+12125550144"]);
  });

  it("rings a phone that two people share once", () => {
    const shared = person("Cy", ["+12125550142"]);
    expect(numbers(phonesToRing([ana, shared], at))).toEqual(["+12125550142"]);
  });

  it("leaves out who is away, until the instant at which they are back", () => {
    const back = at.add({ hours: 1 });
    const away = person("Cy", ["+12125550150"], back.toString());
    expect(phonesToRing([away], back.subtract({ nanoseconds: 1 }))).toEqual([]);
    expect(numbers(phonesToRing([away], back))).toEqual(["+12125550150"]);
  });

  it("rings a shared phone while one of the two is away", () => {
    const away = person("Cy", ["+12125550142"], "2030-01-01T00:00:00Z");
    expect(phonesToRing([away, ana], at)).toMatchObject([{ name: "Ana", number: "+12125550142" }]);
  });

  it("does not ask again who has refused", () => {
    expect(numbers(phonesToRing([ana, ben], at, ["+12125550143"]))).toEqual(["+12125550142", "+12125550144"]);
  });

  it("is never more than the ten that Twilio dials at once", () => {
    const crowd = Array.from({ length: 14 }, (_, index) => person(`P${index}`, [`+1212555${1000 + index}`]));
    expect(phonesToRing(crowd, at)).toHaveLength(10);
    expect(everyPhone(crowd)).toHaveLength(14);
  });

  it("leaves out who is off duty by their own hours, half-open as all hours are", () => {
    const duty = {
      timeZone: "America/New_York",
      windows: [{ weekday: 1, opensAt: "09:00", closesAt: "10:00" }],
      exceptions: [],
      override: null,
    } as const;
    const cy = { ...person("Cy", ["+12125550150"]), duty };
    const opens = Temporal.Instant.from("2026-11-23T14:00:00Z");
    const closes = Temporal.Instant.from("2026-11-23T15:00:00Z");
    expect(numbers(phonesToRing([cy], opens))).toEqual(["+12125550150"]);
    expect(phonesToRing([cy], opens.subtract({ nanoseconds: 1 }))).toEqual([]);
    expect(phonesToRing([cy], closes)).toEqual([]);
    expect(passedOverAt(cy, closes)).toBe("offDuty");
    expect(passedOverAt({ ...cy, awayUntil: closes }, opens)).toBe("away");
  });

  it("is ten at most of either kind, since numbers and addresses never ring at once", () => {
    const crowd = Array.from({ length: 12 }, (_, index) =>
      person(`P${index}`, [`+1212555${1000 + index}`, `sip:p${index}@example.com`]),
    );
    const phones = phonesToRing(crowd, at);
    expect(phones.filter(({ isSip }) => isSip)).toHaveLength(10);
    expect(phones.filter(({ isSip }) => !isSip)).toHaveLength(10);
  });

  it("is nobody when there is nobody", () => {
    expect(phonesToRing([], Temporal.Instant.fromEpochMilliseconds(0))).toEqual([]);
  });
});
