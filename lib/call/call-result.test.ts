import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  answerOfStep,
  callStatuses,
  isFinalStatus,
  personIdOf,
  resultOfStatus,
  rungIdsOf,
} from "./call-result";

const at = Temporal.Instant.from("2026-11-23T15:01:00Z");
const personId = "0b0e4a5e-8f43-4ff6-9c1f-2f1f6f0c9a11";

describe("answerOfStep", () => {
  it("is when the key was pressed, by whoever pressed it", () => {
    const detail = { isTaken: true, personId, name: "Ana", number: "+12125550142" };
    expect(answerOfStep({ kind: "screened", detail }, at)).toEqual({
      at,
      personId,
      name: "Ana",
      knownFrom: "screened",
    });
  });

  it("reckons back from the end of a talk to when the phone was picked up", () => {
    const detail = { isTaken: true, durationSeconds: 42 };
    const answer = answerOfStep({ kind: "after-dial", detail }, at);
    expect(answer?.at.toString()).toBe("2026-11-23T15:00:18Z");
    expect(answer).toMatchObject({ personId: null, name: null, knownFrom: "afterDial" });
  });

  it.each([{ isTaken: false }, {}, { isTaken: "true" }])("is none after %o", (detail) => {
    expect(answerOfStep({ kind: "screened", detail }, at)).toBeNull();
  });
});

it.each([
  [personId, personId],
  ["", null],
  ["Ana", null],
  [7, null],
  [null, null],
])("takes %j for the person %j", (given, id) => {
  expect(personIdOf({ detail: { personId: given } })).toBe(id);
});

it("knows a result of every final status, and of no other", () => {
  for (const status of callStatuses) expect(resultOfStatus(status) !== null).toBe(isFinalStatus(status));
  expect(isFinalStatus("something new")).toBe(false);
});

it("counts everybody whose phone rang, once, and nobody who is none", () => {
  const other = "00000000-0000-4000-8000-000000000001";
  expect(rungIdsOf({ detail: { personId, rangIds: `${personId},${other},Ana` } })).toEqual(
    [other, personId].sort(),
  );
  expect(rungIdsOf({ detail: {} })).toEqual([]);
});
