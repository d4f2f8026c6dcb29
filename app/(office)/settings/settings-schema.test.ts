import { describe, expect, it } from "vitest";
import { listVoices } from "@/lib/twiml/voices";
import { languageInWords } from "../actions/_parameters/language-in-words";
import { settingsSchema } from "./settings-schema";

const given = {
  version: "3",
  name: " Alder & Finch ",
  country: "US",
  timeZone: "America/New_York",
  language: "en-US",
  voice: "Polly.Joanna-Neural",
  fallbackNumber: "",
};
const faultsOf = (change: Partial<typeof given>) =>
  settingsSchema.safeParse({ ...given, ...change }).error?.issues.map(({ path }) => path.join(".")) ?? [];

describe("settingsSchema", () => {
  it("takes what the form sends", () => {
    expect(settingsSchema.parse(given)).toEqual({ ...given, version: 3, name: "Alder & Finch" });
  });

  it.each([
    ["a voice that speaks another language", { language: "fr-FR" }, "voice"],
    ["a voice that nobody has", { voice: "Polly.Nobody" }, "voice"],
    ["a country that there is not", { country: "ZZ" }, "country"],
    ["no name", { name: "  " }, "name"],
  ])("refuses %s", (_, change, field) => {
    expect(faultsOf(change)).toEqual([field]);
  });

  it("has a name for every language that a voice speaks", () => {
    for (const { language } of listVoices()) expect(languageInWords(language)).not.toBe("");
  });
});
