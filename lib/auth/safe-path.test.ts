import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { safePath } from "./safe-path";

describe("safePath", () => {
  it.each([
    ["a page", "/voicemails", "/voicemails"],
    ["a page with a query and an anchor", "/voicemails?before=1_a#top", "/voicemails?before=1_a#top"],
    ["a query that names another site", "/?next=https://evil.example", "/?next=https://evil.example"],
    ["dots that stay inside", "/a/../voicemails", "/voicemails"],
    ["nothing", undefined, "/"],
    ["an empty text", "", "/"],
    ["another site", "https://evil.example/", "/"],
    ["another site without its protocol", "//evil.example", "/"],
    ["another site behind dots", "/.//evil.example", "/"],
    ["a backslash that browsers read as a slash", "/\\evil.example", "/"],
    ["a tab that browsers drop", "/\t/evil.example", "/"],
    ["a line break that would end a header", "/voicemails\r\nset-cookie: a=b", "/"],
    ["a script", "javascript:alert(1)", "/"],
    ["a relative path", "voicemails", "/"],
    ["the sign-in page itself", "/sign-in?callbackUrl=/sign-in", "/"],
    ["an API", "/api/auth/signout", "/"],
  ])("%s", (_, wanted, expected) => {
    expect(safePath(wanted)).toBe(expected);
  });

  it("never leads a browser to another origin", () => {
    const pieces = fc.constantFrom(
      "/",
      "\\",
      ".",
      "..",
      "@",
      ":",
      "?",
      "#",
      "\t",
      "\n",
      " ",
      "%2f",
      "evil.example",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (words) => {
        const path = safePath(words.join(""));
        expect(new URL(path, "https://office.example").origin).toBe("https://office.example");
      }),
      { numRuns: 2000 },
    );
  });
});
