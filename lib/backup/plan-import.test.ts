import { describe, expect, it } from "vitest";
import { planImport } from "./plan-import";
import { differencesOf, numbersToTell, previewOf } from "./preview";
import type { ImportMode } from "./resolve";
import type { SetUp } from "./set-up";

const firm = {
  name: "Alder & Finch",
  country: "US",
  timeZone: "America/New_York",
  voice: "Polly.Joanna-Neural",
  language: "en-US",
  fallbackNumber: null,
  textBack: null,
  keepsCallsDays: null,
  keepsVoicemailsDays: null,
};

/** Ids that are told apart by their last digit. */
const id = (last: number) => `00000000-0000-4000-8000-00000000000${last}`;

const empty: SetUp = {
  firm,
  phoneNumbers: [],
  schedules: [],
  greetings: [],
  templates: [],
  people: [],
  actions: [],
  configurations: [],
  knownCallers: [],
  blockedCallers: [],
  sounds: [],
};

const hours = { windows: [], exceptions: [], override: null, timeZone: "America/New_York" };
const person = {
  extension: null,
  email: null,
  awayUntil: null,
  dutySchedule: null,
  isToldByEmail: true,
  isToldByText: false,
  phones: [],
};
const saying = (name: string, text = "Hello") => ({ name, template: { builtIn: "say" }, values: { text } });

const file = (parts: Record<string, unknown> = {}) => ({
  format: "switchboard-set-up",
  version: 1,
  ...empty,
  ...parts,
});

let made = 0;
const plan = (given: unknown, { current = empty, mode = "replace" as ImportMode } = {}) =>
  planImport({
    text: typeof given === "string" ? given : JSON.stringify(given, null, 2),
    mode,
    current,
    newId: () => id(9 - (made++ % 3)),
  });

const faultsOf = async (given: unknown, options?: Parameters<typeof plan>[1]) => {
  const answer = await plan(given, options);
  if (!("faults" in answer)) throw new Error("Nothing was wrong with it.");
  return answer.faults.map(({ place, message }) => `${place}: ${message}`);
};

const planned = async (given: unknown, options?: Parameters<typeof plan>[1]) => {
  const answer = await plan(given, options);
  if ("faults" in answer) throw new Error(JSON.stringify(answer.faults));
  return answer.plan;
};

describe("an action whose single number is a work number of the firm's own", () => {
  const own = "+15550000002";
  const declared = {
    key: "number",
    type: "phoneNumber",
    label: "Number",
    help: "",
    isRequired: true,
    defaultValue: null,
    bounds: {},
  };
  const given = (body: string, number: string) =>
    file({
      phoneNumbers: [{ number: own, name: "Front desk", twilioSid: null }],
      templates: [{ name: "Ours", description: "", body: [body], parameters: [declared] }],
      actions: [{ name: "Round", template: { own: "Ours" }, values: { number } }],
    });
  const dialling = "<Response><Dial><Number>{{ number }}</Number></Dial></Response>";

  it("is refused where the template dials it", async () => {
    expect(await faultsOf(given(dialling, own))).toEqual([
      expect.stringMatching(/^actions › Round › .*: This is one of your own work numbers/),
    ]);
  });

  it.each([
    ["the template only says it", "<Response><Say>{{ number }}</Say></Response>", own],
    ["it is somebody else's", dialling, "+15550000009"],
  ])("is taken where %s", async (_, body, number) => {
    expect((await planned(given(body, number))).changes.actions.added).toHaveLength(1);
  });
});

describe("a file that cannot be brought in", () => {
  it.each<[string, unknown, RegExp]>([
    ["is no JSON", "Dear Switchboard", /^: This file is no JSON/],
    ["is something else", { name: "package" }, /^: This is no backup of Switchboard/],
    ["is from a newer release", { ...file(), version: 2 }, /^version: .*newer Switchboard/],
    ["has no version", { ...file(), version: "1" }, /^version: This one reads version 1/],
    ["lacks a part", { ...file(), people: undefined }, /^people: This is missing/],
    ["has a part that nobody knows", file({ users: [] }), /^users: Switchboard knows no “users” here/],
    [
      "has a key that nobody knows within a form's own schema",
      file({
        schedules: [
          {
            ...hours,
            name: "Hours",
            windows: [{ weekday: 1, opensAt: "09:00", closesAt: "17:00", closed: true }],
          },
        ],
      }),
      /^schedules › Hours › windows 1 › closed: Switchboard knows no “closed”/,
    ],
    [
      "has a time that is none",
      file({
        schedules: [
          {
            ...hours,
            name: "Office hours",
            windows: [
              { weekday: 1, opensAt: "09:00", closesAt: "17:00" },
              { weekday: 2, opensAt: "09:00", closesAt: "25:00" },
            ],
          },
        ],
      }),
      /^schedules › Office hours › windows 2 › closes at: Enter the time at which it closes/,
    ],
    [
      "has a time zone that is none",
      file({ schedules: [{ ...hours, name: "Hours", timeZone: "Mars/Olympus" }] }),
      /no such time zone/,
    ],
    [
      "has a name twice",
      file({ actions: [saying("Hello"), saying("HELLO")] }),
      /^actions › HELLO › name: This name is there twice/,
    ],
    [
      "refers to nothing",
      file({ knownCallers: [{ number: "+15550000001", name: "Ana", note: "", action: "Gone" }] }),
      /^known callers › Ana › action: There is no action “Gone”/,
    ],
    [
      "gives a person one of our numbers",
      file({
        phoneNumbers: [{ number: "+15550000002", name: "Front desk", twilioSid: null }],
        people: [
          { ...person, name: "Ana", phones: [{ label: "Mobile", number: "+15550000002", isRung: true }] },
        ],
      }),
      /^people › Ana › phones 1 › number: This is one of your own work numbers/,
    ],
    [
      "has a phone that is none",
      file({
        people: [{ ...person, name: "Ana", phones: [{ label: "Mobile", number: "0123", isRung: true }] }],
      }),
      /phones 1 › number: Write a number/,
    ],
    [
      "leaves out what a template asks for",
      file({ actions: [{ name: "Ring", template: { builtIn: "ring-one" }, values: {} }] }),
      /^actions › Ring › values › people: Please fill in/,
    ],
    [
      "gives what no template asks for",
      file({ actions: [{ ...saying("Hello"), values: { text: "Hi", volume: 11 } }] }),
      /does not ask for “volume”/,
    ],
    [
      "gives a number as text",
      file({
        actions: [
          {
            name: "Ring",
            template: { builtIn: "ring-one" },
            values: { people: [{ number: "+15550000003" }], ringSeconds: "20" },
          },
        ],
      }),
      /^actions › Ring › values › ring seconds: This is not of the kind/,
    ],
    [
      "names a built-in template of another release",
      file({ actions: [{ ...saying("Fly"), template: { builtIn: "fly" } }] }),
      /^actions › Fly › template: This release has no built-in template “fly”/,
    ],
    [
      "has a template that Twilio would refuse",
      file({
        templates: [
          {
            name: "Broken",
            description: "",
            body: ["<Response>", "  <Shout>Hi</Shout>", "</Response>"],
            parameters: [],
          },
        ],
      }),
      /^templates › Broken › body 2: /,
    ],
    [
      "has a greeting without its sound",
      file({
        greetings: [
          { name: "Welcome", recordings: [{ label: "", startsAt: null, endsAt: null, sound: id(1) }] },
        ],
      }),
      /^greetings › Welcome › recordings 1 › sound: Its sound is neither in the file nor here/,
    ],
    [
      "has something else for a sound",
      file({
        sounds: [
          {
            id: id(1),
            contentType: "audio/mpeg",
            durationSeconds: 1,
            source: "upload",
            fileName: "page.html",
            bytes: Buffer.from("<script>alert(1)</script>").toString("base64"),
          },
        ],
      }),
      /^sounds › page.html › bytes: This is neither an MP3 nor a WAV file/,
    ],
    [
      "has two active configurations of one number",
      file({
        phoneNumbers: [{ number: "+15550000002", name: "Front desk", twilioSid: null }],
        schedules: [{ ...hours, name: "Hours" }],
        actions: [saying("Hello")],
        configurations: ["One", "Two"].map((name) => ({
          name,
          phoneNumber: "+15550000002",
          schedule: "Hours",
          openAction: "Hello",
          closedAction: "Hello",
          takesKnownCallersOnly: false,
          isActive: true,
        })),
      }),
      /^configurations › Two › is active: Another configuration/,
    ],
    [
      "holds what Postgres cannot keep",
      file({ firm: { ...firm, name: "Alder\0" } }),
      /^firm › name: This text holds characters/,
    ],
    [
      "is meant to change what objects are",
      JSON.stringify(file()).replace('"format"', '"__proto__":{"x":1},"format"'),
      /knows no “__proto__”/,
    ],
    ["is nested without end", `${"[".repeat(100_000)}${"]".repeat(100_000)}`, /^: This is no backup/],
    [
      "is nested deeply in a value",
      file({ firm: { ...firm, name: JSON.parse(`${"[".repeat(50)}${"]".repeat(50)}`) } }),
      /nested too deeply/,
    ],
  ])("%s", async (_, given, expected) => {
    expect((await faultsOf(given)).join("\n")).toMatch(expected);
  });

  it("is longer than one write can carry, sounds apart", async () => {
    const blockedCallers = Array.from({ length: 2000 }, (_, at) => ({
      number: `+1555${1_000_000 + at}`,
      note: "x".repeat(1900),
    }));
    expect(await faultsOf(file({ blockedCallers }))).toEqual([
      ": This file holds more than 3 MB besides its sounds.",
    ]);
  });

  it("is told the line of each fault, and where the text stops being JSON", async () => {
    const text = JSON.stringify(file({ actions: [saying("Hello", "")] }), null, 2);
    const answer = await plan(text);
    const line = text.split("\n").findIndex((each) => each.includes('"text"')) + 1;
    expect("faults" in answer && answer.faults[0]?.line).toBe(line);
    const cutOff = await plan('{\n  "format": "switchboard-set-up",\n  version');
    expect("faults" in cutOff && cutOff.faults[0]?.line).toBe(3);
  });
});

describe("a file that can be brought in", () => {
  const current: SetUp = {
    ...empty,
    phoneNumbers: [
      { number: "+15550000002", name: "Front desk", twilioSid: `PN${"0".repeat(32)}`, isTestNumber: false },
    ],
    schedules: [{ ...hours, id: id(1), name: "Hours" }],
    actions: [
      { ...saying("Hello"), id: id(2) },
      { ...saying("Closed"), id: id(3) },
    ],
    configurations: [
      {
        id: id(4),
        name: "Weekdays",
        phoneNumber: "+15550000002",
        schedule: id(1),
        openAction: id(2),
        closedAction: id(3),
        takesKnownCallersOnly: false,
        isActive: true,
      },
    ],
  };

  it("finds a thing by its id, else by its name, and lets what stands here follow a new name", async () => {
    const { changes, setUp } = await planned(
      file({
        schedules: [{ ...hours, id: id(1), name: "Opening hours" }],
        actions: [saying("hello", "Welcome")],
      }),
      { current, mode: "add" },
    );
    expect(changes.schedules.changed.map(({ before, after }) => [before.name, after.name])).toEqual([
      ["Hours", "Opening hours"],
    ]);
    expect(changes.actions.changed.map(({ after }) => [after.id, after.values.text])).toEqual([
      [id(2), "Welcome"],
    ]);
    expect(changes.configurations).toMatchObject({ added: [], changed: [], removed: [], unchanged: 1 });
    expect(setUp.configurations[0]?.schedule).toBe(id(1));
  });

  it("removes what it does not have only when all is to be as in the file, and never a number of the account", async () => {
    const { changes, setUp } = await planned(file(), { current });
    expect(changes.actions.removed.map(({ name }) => name)).toEqual(["Hello", "Closed"]);
    expect(changes.phoneNumbers).toMatchObject({ removed: [], unchanged: 1 });
    expect(numbersToTell(current, setUp)).toEqual([
      { number: "+15550000002", name: "Front desk", isToPoint: false },
    ]);
    expect((await planned(file(), { current, mode: "add" })).changes.actions.removed).toEqual([]);
  });

  it("is told in words, with names as they were and as they would be", async () => {
    const { changes, setUp } = await planned(
      file({
        firm: { ...firm, keepsCallsDays: 90 },
        configurations: [
          {
            name: "Weekdays",
            phoneNumber: "+15550000002",
            schedule: "Hours",
            openAction: "Closed",
            closedAction: "Closed",
            takesKnownCallersOnly: false,
            isActive: false,
          },
        ],
      }),
      { current, mode: "add" },
    );
    const told = previewOf(changes, { before: current, after: setUp });
    expect(
      told.map(({ label, changed }) => [label, changed.flatMap(({ differences }) => differences)]),
    ).toEqual([
      ["Settings of the firm", [{ label: "Keeps calls", before: "For good", after: "90 days" }]],
      ["Phone numbers", []],
      ["Schedules", []],
      ["Actions", []],
      [
        "Configurations",
        [
          { label: "While open", before: "Hello", after: "Closed" },
          { label: "Active", before: "Yes", after: "No" },
        ],
      ],
    ]);
  });

  it("asks which of two people of one name is meant, and takes an id for it", async () => {
    const people = [1, 2].map((last) => ({ ...person, id: id(last), name: "Ana Lima" }));
    const ringing = (who: string) => ({
      name: "Ring",
      template: { builtIn: "ring-one" },
      values: { people: [{ person: who }] },
    });
    expect(await faultsOf(file({ people, actions: [ringing("Ana Lima")] }))).toEqual([
      "actions › Ring › values › people 1 › person: Several are called “Ana Lima”: write the id of the one that is meant.",
    ]);
    const { changes } = await planned(file({ people, actions: [ringing(id(2))] }));
    expect(changes.actions.added[0]?.values.people).toEqual([{ person: id(2) }]);
  });
});

describe("differencesOf", () => {
  it("tells what has come and what has gone, and long texts by their beginning", async () => {
    expect(differencesOf({ Same: "x", Gone: "y" }, { Same: "x", New: "z".repeat(700) })).toEqual([
      { label: "Gone", before: "y", after: "" },
      { label: "New", before: "", after: `${"z".repeat(600)}…` },
    ]);
  });
});
