import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { builtInTemplates } from "@/lib/template/built-in/declarations";
import { exampleAction, withExamples } from "./example-action";
import { exampleMoment } from "./example-moment";
import { previewAction } from "./preview-action";
import { previewCall } from "./preview-call";
import type { CallAction } from "./setup";
import { ana, at, ben, nextId, ring, say, setup } from "./testing/example-call";

const moment = exampleMoment({ at, origin: "https://phones.example.com", firm: setup.firm });
const preview = (action: CallAction, others: readonly CallAction[] = []) =>
  previewCall(action, others, moment, (number) => `<${number}>`);

const built = (key: string) => {
  const template = builtInTemplates.find((candidate) => candidate.key === key);
  if (!template) throw new Error(`No template ships under “${key}”.`);
  const body = readFileSync(join(import.meta.dirname, `../template/built-in/${key}.twiml`), "utf8");
  return { ...template, body };
};

const going = (id: string, name: string, to: string | null): CallAction => ({
  ...exampleAction(built("go-to-action")),
  id,
  name,
  targets: to === null ? [] : [{ key: "target", menuKey: null, label: null, actionId: to, actionName: "?" }],
});

const [first, second] = [
  "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa",
  "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb",
] as const;

describe("previewCall", () => {
  it.each(builtInTemplates.map(({ key }) => key))("%s can be looked at before it is filled in", (key) => {
    const { sentences, faults, twiml } = preview(exampleAction(built(key)));
    expect(faults).toEqual([]);
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.join(" ")).not.toContain("https://");
    expect(twiml).toContain("<Response>");
  });

  it("names people, their numbers where they have several, and what comes after", () => {
    expect(preview(ring).sentences).toEqual([
      "Rings Ana, Ben on <+12125550143> and Ben on <+12125550144> at once for 30 seconds; whoever answers is told who is calling, and asked to press 1; afterwards goes on with “Take a message” if nobody took the call.",
    ]);
  });

  it("says that somebody is away", () => {
    const awayUntil = at.add({ hours: 1 });
    const { sentences, notes } = preview({ ...ring, people: [{ ...ana, awayUntil }, ben] });
    expect(sentences[0]).not.toContain("Ana");
    expect(notes).toEqual(["Ana is away at the moment, and is left out until back."]);
  });

  it("says that somebody is off duty", () => {
    const duty = { timeZone: "America/New_York", windows: [], exceptions: [], override: null };
    const { sentences, notes } = preview({ ...ring, people: [{ ...ana, duty }, ben] });
    expect(sentences[0]).not.toContain("Ana");
    expect(notes).toEqual(["Ana is off duty at the moment, and is left out until on duty again."]);
  });

  it("says which ring first where there are numbers and SIP addresses, and names whose they are", () => {
    const desk = { ...ana, name: "Dora", personId: "person-Dora", numbers: ["sip:dora@example.com"] };
    const action = { ...exampleAction(built("ring-all")), people: [desk, ana] };
    const { sentences, notes } = preview(action);
    expect(sentences.join(" ")).toContain("Rings Dora for 20 seconds");
    expect(notes).toEqual([
      "Numbers and SIP addresses cannot ring at once: first the SIP addresses ring, and then the numbers.",
    ]);
    expect(preview({ ...action, people: [ana, desk] }).sentences.join(" ")).toContain(
      "Rings Ana for 20 seconds",
    );
    expect(preview({ ...action, people: [desk] }).notes).toEqual([]);
  });

  it("leaves out SIP addresses where the template would dial them as numbers, and says so", () => {
    const desk = { ...ana, name: "Dora", numbers: ["sip:dora@example.com"] };
    const { twiml, notes, faults } = preview({ ...ring, people: [ana, desk] });
    expect(twiml).not.toContain("sip:");
    expect(faults).toEqual([]);
    expect(notes).toEqual(["This template cannot ring SIP addresses: they are left out."]);
  });

  it("is rung again at the very instant at which being away ends", () => {
    expect(preview({ ...ring, people: [{ ...ana, awayUntil: at }] }).notes).toEqual([]);
  });

  it("says what a template that cannot be rendered has wrong with it, and on which line", () => {
    expect(
      preview({ ...say("Hello"), body: "<Response>\n<Say>{{ nobody }}</Say></Response>" }),
    ).toMatchObject({
      sentences: [],
      twiml: null,
      faults: [expect.stringMatching(/^Line 2 of the template: .*nobody/)],
    });
  });

  it("says what Twilio would make nothing of", () => {
    const { faults } = preview({ ...say("Hello"), body: "<Response><Shout>{{ text }}</Shout></Response>" });
    expect(faults).toEqual([expect.stringContaining("Shout")]);
  });

  it("warns of a call that goes round without ringing anybody", () => {
    const { notes } = preview(going(first, "Here", second), [going(second, "There", first)]);
    expect(notes).toEqual([expect.stringContaining("“Here”, then “There”, then “Here” again")]);
  });

  it("warns of a round that this action only leads into", () => {
    const { notes } = preview(going(nextId, "Start", first), [
      going(first, "Here", second),
      going(second, "There", first),
    ]);
    expect(notes).toEqual([expect.stringContaining("“Here”, then “There”, then “Here” again")]);
  });

  it("warns of nothing where somebody is rung on the way, or the call ends", () => {
    const ringing = { ...ring, id: second };
    expect(preview(going(first, "Here", second), [ringing]).notes).toEqual([]);
    expect(preview(going(first, "Here", nextId), [say("Goodbye")]).notes).toEqual([]);
  });
});

describe("withExamples", () => {
  it("fills what is required and missing, and leaves the rest as it is", () => {
    const template = built("ring-one");
    const empty = { ...exampleAction(template), people: [], targets: [] };
    const { people, targets } = withExamples(empty, template.parameters);
    expect(people).toHaveLength(1);
    expect(targets).toEqual([]);
    const filled = {
      ...empty,
      people: [{ ...ana, awayUntil: Temporal.Instant.from("2030-01-01T00:00:00Z") }],
    };
    expect(withExamples(filled, template.parameters)).toBe(filled);
  });
});

describe("previewAction", () => {
  const inWords = (key: string, changed: Partial<CallAction> = {}) =>
    previewAction({ ...exampleAction(built(key)), ...changed }, [], moment, String).sentences;

  it("says of an extension what is asked, and who rings then", () => {
    const sentences = inWords("extension");
    expect(sentences[0]).toMatch(/with an answer, goes on with whoever has the extension, or asks again\.$/);
    expect(sentences.at(-1)).toMatch(
      /^If somebody’s extension is dialled: Rings whoever has the extension for 20 seconds; whoever answers is told who is calling/,
    );
  });

  it("says the same of names", () => {
    const sentences = inWords("directory");
    expect(sentences[0]).toContain("the names that begin with these letters, or asks again");
    expect(sentences.join(" ")).toContain("If a name is chosen: Rings whoever was chosen for 20 seconds");
  });

  it("says it of a menu only where extensions are taken", () => {
    expect(inWords("menu").join(" ")).not.toContain("extension");
    const { parameters } = exampleAction(built("menu"));
    const taking = parameters.map((one) => (one.key === "takesExtensions" ? { ...one, value: true } : one));
    expect(inWords("menu", { parameters: taking }).join(" ")).toContain("Rings whoever has the extension");
  });
});
