import { describe, expect, it } from "vitest";
import { filterQuery, readTypedFilter, voicemailFilter } from "./voicemail-filter";

const ana = "11111111-1111-4111-8111-111111111111";
const nothing = { q: "", state: "", person: "" } as const;

describe("readTypedFilter", () => {
  it("reads what its URL says", () => {
    const typed = { q: "invoice 7", state: "archived", person: ana } as const;
    expect(readTypedFilter(Object.fromEntries(new URLSearchParams(filterQuery(typed))))).toEqual(typed);
    expect(readTypedFilter({ person: "me", state: "new" })).toEqual({ q: "", state: "new", person: "me" });
  });

  it("takes what makes no sense as nothing asked for", () => {
    expect(readTypedFilter({ q: ["a", "b"], state: "lost", person: "Ana" })).toEqual(nothing);
    expect(readTypedFilter({ state: "inbox" })).toEqual(nothing);
  });
});

describe("voicemailFilter", () => {
  it("asks for the inbox where nothing is asked for", () => {
    expect(voicemailFilter(nothing, ana)).toEqual({ state: "inbox", words: "", assignedToId: null });
  });

  it("knows who “me” is, and that nothing belongs to somebody who is nobody", () => {
    expect(voicemailFilter({ ...nothing, person: "me" }, ana).assignedToId).toBe(ana);
    expect(voicemailFilter({ ...nothing, person: "me" }, null).assignedToId).not.toBeNull();
  });
});
