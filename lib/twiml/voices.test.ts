import { describe, expect, it } from "vitest";
import { schemaForParameter } from "@/lib/template/parameter-schemas";
import { sayVoices } from "./grammar/voices.generated";
import { listVoices, voiceInWords } from "./voices";

describe("listVoices", () => {
  const voices = listVoices();

  it("knows the language of every voice of Twilio's but the old basic ones", () => {
    const known = new Set(voices.map(({ name }) => name));
    expect(sayVoices.filter((name) => !known.has(name))).toEqual(["man", "woman", "alice"]);
  });

  it("offers nothing that an action would refuse", () => {
    const schema = schemaForParameter({
      key: "voice",
      label: "Voice",
      help: "",
      type: "voice",
      isRequired: true,
      defaultValue: null,
      bounds: {},
    });
    const refused = voices.filter(({ name, language }) => !schema.safeParse({ name, language }).success);
    expect(refused).toEqual([]);
  });

  it("gives each language's voices names that can be told apart", () => {
    const labels = voices.map(({ language, label }) => `${language} ${label}`);
    expect(labels.filter((label, index) => labels.indexOf(label) < index)).toEqual([]);
  });

  it("puts those that sound best first", () => {
    const british = voices.filter(({ language }) => language === "en-GB");
    expect(british[0]?.label).toBe("Amy, generative");
    expect(british.at(-1)?.label).toMatch(/standard$/);
  });
});

describe("voiceInWords", () => {
  it.each([
    ["Polly.Joanna-Neural", "Joanna, neural"],
    ["Polly.Mía-Generative", "Mía, generative"],
    ["Google.en-US-Chirp3-HD-Aoede", "Aoede, Chirp HD"],
    ["Google.de-DE-Standard-A", "Google A, standard"],
    ["woman", "woman"],
  ])("%s is %s", (name, label) => expect(voiceInWords(name)).toBe(label));
});
