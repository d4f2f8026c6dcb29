import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { Attention } from "@/db/queries/attention/list-attention";
import { attentionInWords } from "./attention-in-words";

const none: Attention = {
  newVoicemails: 0,
  degradedCalls: 0,
  numbersAtTwilio: [],
  forgottenOverrides: [],
  unreachable: [],
  goingRound: [],
};

const yesterday = Temporal.PlainDate.from("2026-11-22");
const inWords = (attention: Attention, locale = "en-US") =>
  attentionInWords(attention, { yesterday, locale });

describe("attentionInWords", () => {
  it("is silent when all is well", () => {
    expect(inWords(none)).toEqual([]);
  });

  it("counts one as one", () => {
    expect(inWords({ ...none, newVoicemails: 1, degradedCalls: 1 }).map(({ words }) => words)).toEqual([
      "1 call of the last 24 hours was answered while the database was away.",
      "1 new voicemail.",
    ]);
  });

  it("writes counts as the reader's locale does", () => {
    const many = { ...none, newVoicemails: 1234, degradedCalls: 5678 };
    expect(inWords(many, "en-DE").map(({ words }) => words)).toEqual([
      "5.678 calls of the last 24 hours were answered while the database was away.",
      "1.234 new voicemails.",
    ]);
  });

  it("leads to each thing", () => {
    const lines = inWords({
      ...none,
      degradedCalls: 2,
      newVoicemails: 3,
      forgottenOverrides: [{ id: "s1", name: "London", isOpen: false, setByName: "Ben" }],
      unreachable: [{ id: "p1", name: "Ana" }],
      goingRound: [{ id: "p2", name: "Chloe" }],
    });
    expect(lines.map(({ href }) => href)).toEqual([
      "/people/p2",
      "/people/p1",
      "/schedules/s1",
      "/calls?result=outage&from=2026-11-22",
      "/voicemails?state=new",
    ]);
    expect(lines[2]?.words).toBe("London has been closed by hand for more than a day (Ben).");
  });
});
