import type { ParameterDeclaration } from "../types";
import { declare, next, ringing, ringOrder, voice } from "./declare";
import {
  greetings,
  lastResort,
  operator,
  repeats,
  ringingExtensions,
  ringingWhoeverIsChosen,
  wait,
} from "./declare-prompt";

/** A template that ships with the app. Its text is the file beside this one that is named for its key. */
export interface BuiltInTemplate {
  key: string;
  name: string;
  description: string;
  parameters: readonly ParameterDeclaration[];
}

/** Every template of this release, in the order in which they are offered. */
export const builtInTemplates: readonly BuiltInTemplate[] = [
  {
    key: "ring-one",
    name: "Ring one person",
    description: "Rings one person, or one number. If nobody takes the call, it goes on to another action.",
    parameters: ringing("A person, with all of their phones, or a number.", 1),
  },
  {
    key: "ring-all",
    name: "Ring a team",
    description:
      "Rings a whole team at the same time; whoever takes the call first has it. If nobody does, it goes on to another action.",
    parameters: ringing("People, with all of their phones, and numbers. Ten phones ring at most.", 10),
  },
  {
    key: "ring-in-turn",
    name: "Ring one after another",
    description:
      "Rings people one at a time, each for a while, until somebody takes the call: in the order in which you list them, or whoever took a call longest ago first. If nobody does, it goes on to another action.",
    parameters: ringing(
      "People, with all of their phones, and numbers. Whoever is away or off duty is passed over.",
      10,
      [ringOrder],
    ),
  },
  {
    key: "menu",
    name: "Offer a menu",
    description:
      "Reads out what there is to choose, and goes on to the action of the key that the caller presses. Menus can lead to other menus.",
    parameters: [
      declare(
        "greeting",
        "longText",
        "Greeting",
        "Spoken before the choices, unless a recorded one is chosen.",
        {
          isRequired: true,
          defaultValue: "Thank you for calling.",
        },
      ),
      declare("recordedGreeting", "audio", "Recorded greeting", "Played instead of the spoken one."),
      declare(
        "choices",
        "menu",
        "Choices",
        "Which key leads where. The star goes back to the menu before, unless you give it another meaning.",
        { isRequired: true },
      ),
      declare("sayChoices", "yesNo", "Read out the choices", "Turn this off if the greeting names them.", {
        isRequired: true,
        defaultValue: true,
      }),
      declare(
        "sentence",
        "text",
        "Sentence for each choice",
        "In the language of the voice; [choice] and [key] are filled in. Left as it is, it also says that callers may speak, where they may.",
        { isRequired: true, defaultValue: "For [choice], press [key]." },
      ),
      voice,
      declare(
        "isSpoken",
        "yesNo",
        "Callers may also say it",
        "Twilio listens for the names of the choices and for their keys, for a small fee.",
        {
          isRequired: true,
          defaultValue: false,
        },
      ),
      declare("waitSeconds", "number", "Wait for a key", "Counted from the end of the last sentence.", {
        isRequired: true,
        defaultValue: 5,
        bounds: { min: 1, max: 30, unit: "seconds" },
      }),
      declare("again", "longText", "When it is read again", "Spoken first, after a wrong key or none.", {
        isRequired: true,
        defaultValue: "Sorry, I did not get that.",
      }),
      declare("attempts", "number", "Read at most", "After that the call goes to the last resort.", {
        isRequired: true,
        defaultValue: 3,
        bounds: { min: 1, max: 9, unit: "times" },
      }),
      declare(
        "takesExtensions",
        "yesNo",
        "Callers may dial an extension",
        "A person with one rings, and is asked before the two are connected. A key then takes effect two seconds after it is pressed.",
        { isRequired: true, defaultValue: false },
      ),
      declare(
        "ringSeconds",
        "number",
        "Extensions ring for",
        "If nobody takes the call, it goes to the last resort.",
        { isRequired: true, defaultValue: 20, bounds: { min: 5, max: 60, unit: "seconds" } },
      ),
      ...ringingExtensions,
      operator,
      lastResort,
    ],
  },
  {
    key: "extension",
    name: "Dial an extension",
    description:
      "Asks for an extension, and rings the person who has it. One that nobody has is said, and asked for again.",
    parameters: [
      ...greetings("Please dial the extension of the person you want to reach."),
      wait(8),
      ...repeats("Sorry, nobody has this extension."),
      ...ringingWhoeverIsChosen,
      operator,
      lastResort,
    ],
  },
  {
    key: "directory",
    name: "Find a person by name",
    description:
      "Asks for the first three letters of a name, first or last, as keys; reads out everybody of such a name, and rings whoever is chosen. It knows all people with a phone that is rung, with or without an extension.",
    parameters: [
      ...greetings(
        "Please key the first three letters of the first or the last name of the person you want to reach.",
      ),
      declare(
        "sentence",
        "text",
        "Sentence for each name",
        "In the language of the voice; [name] and [key] are filled in.",
        { isRequired: true, defaultValue: "For [name], press [key]." },
      ),
      declare(
        "more",
        "text",
        "When there are more names",
        "Spoken after eight of them; [key] is filled in.",
        { isRequired: true, defaultValue: "For more names, press [key]." },
      ),
      wait(8),
      ...repeats("Sorry, I did not find that."),
      ...ringingWhoeverIsChosen,
      operator,
      lastResort,
    ],
  },
  {
    key: "voicemail",
    name: "Take a message",
    description: "Greets the caller, records a message and keeps it as a voicemail.",
    parameters: [
      declare(
        "greeting",
        "longText",
        "Greeting",
        "Spoken before the tone, unless a recorded greeting is chosen.",
        {
          defaultValue:
            "Nobody can take your call right now. Please leave a message after the tone, and press the hash key when you have finished.",
        },
      ),
      declare("recordedGreeting", "audio", "Recorded greeting", "Played instead of the spoken one."),
      voice,
      declare("maxSeconds", "number", "Longest message", "Recording stops by itself after this time.", {
        isRequired: true,
        defaultValue: 120,
        bounds: { min: 10, max: 600, unit: "seconds" },
      }),
      declare("beep", "yesNo", "Tone", "A tone tells the caller when to begin.", {
        isRequired: true,
        defaultValue: true,
      }),
      // Source of what may end a recording, and of the default of any key: Twilio, "TwiML Voice: Record", finishOnKey.
      declare(
        "finishKey",
        "choice",
        "Key that ends the message",
        "What the caller presses when they have finished. If the greeting names a key, let it be this one.",
        {
          isRequired: true,
          defaultValue: "#",
          bounds: {
            options: [
              { value: "#", label: "The hash key (#)" },
              { value: "*", label: "The star key (*)" },
              { value: "1234567890*#", label: "Any key" },
            ],
          },
        },
      ),
      declare(
        "silenceSeconds",
        "number",
        "Silence that ends the message",
        "Somebody who says nothing for so long has finished.",
        { isRequired: true, defaultValue: 10, bounds: { min: 2, max: 60, unit: "seconds" } },
      ),
      // Source: Twilio, "TwiML Voice: Record", transcribe.
      declare(
        "transcribe",
        "yesNo",
        "Write the message down",
        "Twilio does it for a fee, a few minutes later: only messages of 2 to 120 seconds, spoken in US English.",
        { isRequired: true, defaultValue: false },
      ),
      declare(
        "notify",
        "people",
        "Who is told",
        "By e-mail or text, as each person has chosen, and a bare number by text. Somebody who is away is told as well.",
        { bounds: { max: 10 } },
      ),
      declare(
        "afterwards",
        "longText",
        "Afterwards",
        "Spoken to a caller who is still on the line when the recording is over, even if nothing was recorded.",
        { isRequired: true, defaultValue: "Thank you for calling. Goodbye." },
      ),
      next,
    ],
  },
  {
    key: "say",
    name: "Say something",
    description: "Reads a text to the caller, then goes on to another action or hangs up.",
    parameters: [
      declare("text", "longText", "What to say", "Opening hours, the way to you, a notice.", {
        isRequired: true,
        defaultValue: "Thank you for calling.",
      }),
      voice,
      next,
    ],
  },
  {
    key: "play",
    name: "Play a recording",
    description: "Plays a recording to the caller, then goes on to another action or hangs up.",
    parameters: [
      declare("recording", "audio", "Recording", "What the caller hears.", { isRequired: true }),
      next,
    ],
  },
  {
    key: "go-to-action",
    name: "Go to another action",
    description:
      "Sends the call straight on to another action, so that several numbers can share what you change in one place.",
    parameters: [declare("target", "action", "Action", "The action that takes over.", { isRequired: true })],
  },
  {
    key: "hang-up",
    name: "Hang up politely",
    description: "Says a sentence, then hangs up.",
    parameters: [
      declare("sentence", "longText", "What to say first", "The last thing that the caller hears.", {
        isRequired: true,
        defaultValue: "Thank you for calling. Goodbye.",
      }),
      voice,
    ],
  },
  {
    key: "reject",
    name: "Turn the call away",
    // Source: Twilio, "TwiML Voice: Reject".
    description:
      "Does not pick up, which costs nothing. It has to be the first thing that happens: once a call has been picked up, it just ends.",
    parameters: [
      declare(
        "reason",
        "choice",
        "What the caller hears",
        "How it sounds is up to the caller's telephone company.",
        {
          isRequired: true,
          defaultValue: "busy",
          bounds: {
            options: [
              { value: "busy", label: "The busy tone" },
              { value: "rejected", label: "That the number is not in service" },
            ],
          },
        },
      ),
    ],
  },
];
