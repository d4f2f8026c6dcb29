import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { ListedLine } from "@/db/queries/lines/list-lines";
import type { ActionPerson, CallAction } from "@/lib/call/setup";
import { describeLine } from "./describe-line";

const mondayNoon = Temporal.Instant.from("2026-11-23T17:00:00Z");
const mondayNight = Temporal.Instant.from("2026-11-24T02:00:00Z");

const action = (name: string, more: Partial<CallAction> = {}): CallAction => ({
  id: name,
  name,
  body: "<Response/>",
  parameters: [],
  people: [],
  targets: [],
  ...more,
});
const person = (name: string | null, numbers: string[], more: Partial<ActionPerson> = {}): ActionPerson => ({
  key: "people",
  personId: name,
  name,
  numbers,
  awayUntil: null,
  duty: null,
  ringSeconds: null,
  lastTookAt: null,
  ...more,
});
const line = (openAction: CallAction): ListedLine => ({
  firm: { name: "Alder & Finch", voice: { name: "Polly.Joanna", language: "en-US" }, fallbackNumber: null },
  line: { number: "+12125550100", name: "Main line" },
  phoneNumberId: "n",
  schedule: { id: "s", name: "Office hours" },
  preview: null,
  configuration: {
    id: "c",
    name: "Weekdays",
    version: 1,
    schedule: {
      timeZone: "America/New_York",
      windows: [{ weekday: 1, opensAt: "09:00", closesAt: "17:00" }],
      exceptions: [],
      override: null,
    },
    openAction,
    closedAction: action("After hours"),
    takesKnownCallersOnly: false,
  },
});

describe("describeLine", () => {
  it("says what is done while open, until when, and what time it is there", () => {
    expect(describeLine(line(action("Ring the team")), mondayNoon, "en-US")).toEqual({
      state: "open",
      othersActionName: null,
      configuration: { id: "c", name: "Weekdays" },
      action: { id: "Ring the team", name: "Ring the team" },
      rings: null,
      thenActionNames: [],
      reason: "Open until 5:00 PM (New York time)",
      timeZone: "America/New_York",
      timeThere: "12:00 PM",
    });
  });

  it("says what is done while closed", () => {
    expect(describeLine(line(action("Ring the team")), mondayNight, "en-US")).toMatchObject({
      state: "closed",
      action: { id: "After hours", name: "After hours" },
      timeThere: "9:00 PM",
    });
  });

  it("names each who would ring once, with all of their phones, and leaves out who is away", () => {
    const people = [
      person("Ben", ["+12125550143", "+12125550144"]),
      person("Ana", ["+12125550142"], { awayUntil: mondayNoon.add({ hours: 1 }) }),
      person(null, ["+12125550150"]),
    ];
    expect(describeLine(line(action("Ring the team", { people })), mondayNoon, "en-US")).toMatchObject({
      rings: [
        { name: "Ben", numbers: ["+12125550143", "+12125550144"] },
        { name: null, numbers: ["+12125550150"] },
      ],
    });
  });

  it("leaves out who is off duty by their own hours", () => {
    const duty = {
      timeZone: "America/New_York",
      windows: [{ weekday: 1 as const, opensAt: "20:00", closesAt: "24:00" }],
      exceptions: [],
      override: null,
    };
    const people = [person("Ben", ["+12125550143"], { duty }), person("Ana", ["+12125550142"])];
    const now = line(action("Ring the team", { people }));
    expect(describeLine(now, mondayNoon, "en-US")).toMatchObject({ rings: [{ name: "Ana" }] });
    const night = { ...now, configuration: now.configuration && { ...now.configuration } };
    if (night.configuration) night.configuration.closedAction = action("At night", { people });
    expect(describeLine(night, mondayNight, "en-US")).toMatchObject({
      rings: [{ name: "Ben" }, { name: "Ana" }],
    });
  });

  it("tells nobody being there from an action that rings nobody", () => {
    const people = [person("Ana", ["+12125550142"], { awayUntil: mondayNoon.add({ hours: 1 }) })];
    expect(describeLine(line(action("Ring Ana", { people })), mondayNoon, "en-US")).toMatchObject({
      rings: [],
    });
  });

  it("names each action that the call can go on to once", () => {
    const target = (key: string, actionName: string) => ({
      key,
      menuKey: null,
      label: null,
      actionId: actionName,
      actionName,
    });
    const targets = [
      target("unanswered", "Voicemail"),
      target("next", "Voicemail"),
      target("other", "Goodbye"),
    ];
    expect(describeLine(line(action("Ring", { targets })), mondayNoon, "en-US")).toMatchObject({
      thenActionNames: ["Voicemail", "Goodbye"],
    });
  });

  it("says that a number without an active configuration turns callers away", () => {
    const listed = { ...line(action("Ring")), configuration: null };
    expect(describeLine(listed, mondayNoon, "en-US")).toEqual({
      state: "off",
      reason: "The number has no active configuration",
    });
  });

  it("says what a known caller gets where only they are put through, and what the others get", () => {
    const { configuration, ...listed } = line(action("Ring the team"));
    const only = {
      ...listed,
      configuration: configuration && { ...configuration, takesKnownCallersOnly: true },
    };
    expect(describeLine(only, mondayNoon, "en-US")).toMatchObject({
      action: { name: "Ring the team" },
      othersActionName: "After hours",
    });
  });
});
