import { describe, expect, it } from "vitest";
import { fromJson, moved, toJson, withKeys } from "./edited-phone";

const phones = withKeys(
  ["Mobile", "Desk", "Home"].map((label) => ({ label, number: label.length.toString(), isRung: true })),
);
const labels = (key: number, by: -1 | 1) =>
  moved(phones, phones[key]?.key ?? "", by).map(({ label }) => label);

describe("moved", () => {
  it("takes one a place up or down", () => {
    expect(labels(2, -1)).toEqual(["Mobile", "Home", "Desk"]);
    expect(labels(0, 1)).toEqual(["Desk", "Mobile", "Home"]);
  });

  it("leaves the ends, and what is not there, where they are", () => {
    expect(labels(0, -1)).toEqual(["Mobile", "Desk", "Home"]);
    expect(labels(2, 1)).toEqual(["Mobile", "Desk", "Home"]);
    expect(labels(7, 1)).toEqual(["Mobile", "Desk", "Home"]);
  });
});

describe("fromJson", () => {
  it("reads what the hidden field says, without the keys", () => {
    expect(fromJson(toJson(phones))).toEqual(phones.map(({ key: _, ...phone }) => phone));
  });

  it.each([undefined, "", "{", "7", '{"length":1}'])("is null for %s", (typed) => {
    expect(fromJson(typed)).toBeNull();
  });

  it("passes over what is no phone", () => {
    expect(fromJson('[null,{"label":"Mobile"},{"label":"Desk","number":"2","isRung":"yes"}]')).toEqual([]);
  });
});
