import type { NewActionValue } from "@/db/queries/actions/insert-action-values";
import type { greetings, people } from "./demo-office";

type PersonKey = keyof typeof people;

export interface DemoAction {
  name: string;
  /** Key of a built-in template. */
  template: string;
  values(ids: {
    action: (key: DemoActionKey) => { actionId: string };
    person: (key: PersonKey) => { personId: string };
    greeting: (key: keyof typeof greetings) => { greetingId: string };
  }): Record<string, NewActionValue>;
}

export type DemoActionKey =
  | "message"
  | "londonMessage"
  | "team"
  | "chloe"
  | "siteDesk"
  | "afterHours"
  | "sameAsAfterHours"
  | "chime"
  | "goodbye"
  | "busy"
  | "extension"
  | "byName";

/** One action or more of each built-in template. What an action leads to stands before it. */
export const actions: Record<DemoActionKey, DemoAction> = {
  message: {
    name: "Take a message",
    template: "voicemail",
    values: () => ({
      greeting: {
        value:
          "You have reached Alder and Finch. Nobody can come to the phone right now. Please leave a message after the tone.",
      },
      maxSeconds: { value: 120 },
    }),
  },
  londonMessage: {
    name: "Take a message, London",
    template: "voicemail",
    values: () => ({
      greeting: {
        value:
          "You have reached the London studio of Alder and Finch. Please leave a message after the tone.",
      },
      voice: { value: { name: "Polly.Amy-Neural", language: "en-GB" } },
    }),
  },
  team: {
    name: "Ring the New York team",
    template: "ring-all",
    values: ({ action, person }) => ({
      introduction: { value: "Welcome to Alder and Finch. One moment please." },
      people: { people: [person("ana"), person("ben")] },
      ringSeconds: { value: 20 },
      unanswered: action("message"),
    }),
  },
  chloe: {
    name: "Ring Chloe",
    template: "ring-one",
    values: ({ action, person }) => ({
      people: { people: [person("chloe")] },
      unanswered: action("londonMessage"),
    }),
  },
  siteDesk: {
    name: "Ring the site desk",
    template: "ring-one",
    values: ({ action, person }) => ({
      people: { people: [person("dev")] },
      ringSeconds: { value: 30 },
      unanswered: action("message"),
    }),
  },
  afterHours: {
    name: "After hours, New York",
    template: "say",
    values: ({ action }) => ({
      text: {
        value: "Thank you for calling Alder and Finch. Our office in New York is closed at the moment.",
      },
      next: action("message"),
    }),
  },
  sameAsAfterHours: {
    name: "After hours, Sydney: as in New York",
    template: "go-to-action",
    values: ({ action }) => ({ target: action("afterHours") }),
  },
  chime: {
    name: "Chime, then a message",
    template: "play",
    values: ({ action, greeting }) => ({ recording: greeting("chime"), next: action("message") }),
  },
  goodbye: {
    name: "Say goodbye",
    template: "hang-up",
    values: () => ({ sentence: { value: "This line is no longer in use. Goodbye." } }),
  },
  busy: { name: "Busy", template: "reject", values: () => ({ reason: { value: "busy" } }) },
  extension: {
    name: "Dial an extension",
    template: "extension",
    values: ({ action }) => ({
      greeting: {
        value: "Please dial the extension of the person you want to reach, or wait to leave a message.",
      },
      unanswered: action("message"),
      otherwise: action("message"),
    }),
  },
  byName: {
    name: "Find a person by name",
    template: "directory",
    values: ({ action }) => ({
      unanswered: action("message"),
      operator: action("team"),
      otherwise: action("message"),
    }),
  },
};
