import type { ParameterDeclaration, ParameterType } from "../types";
import { ringTones } from "./ring-tones";

type Rest = Partial<Pick<ParameterDeclaration, "isRequired" | "defaultValue" | "bounds">>;

/** A parameter that may be left empty and has no default, unless the rest says otherwise. */
export function declare(
  key: string,
  type: ParameterType,
  label: string,
  help: string,
  rest: Rest = {},
): ParameterDeclaration {
  return { key, type, label, help, isRequired: false, defaultValue: null, bounds: {}, ...rest };
}

export const voice = declare("voice", "voice", "Voice", "Who speaks. Left empty, the firm's voice.");

export const next = declare(
  "next",
  "action",
  "Then",
  "Where the call goes after that. Left empty, we hang up.",
);

/** Which of them is first, when people are rung one after another: see `ringOrderOf`. */
export const ringOrder = declare(
  "order",
  "choice",
  "Who is rung first",
  "With the second, calls are shared out: whoever takes one goes to the end of the queue.",
  {
    isRequired: true,
    defaultValue: "asListed",
    bounds: {
      options: [
        { value: "asListed", label: "In the order of the list" },
        { value: "idleLongest", label: "Whoever took a call longest ago" },
      ],
    },
  },
);

/** What ringing one person and ringing a team have in common. */
export function ringing(
  help: string,
  mostEntries: number,
  order: readonly ParameterDeclaration[] = [],
): readonly ParameterDeclaration[] {
  return [
    declare("people", "people", "Who is rung", help, {
      isRequired: true,
      bounds: { min: 1, max: mostEntries },
    }),
    ...order,
    declare(
      "introduction",
      "longText",
      "Say first",
      "Spoken to the caller just before it rings. May be left empty.",
    ),
    declare("recordedIntroduction", "audio", "Recorded message first", "Played instead of the spoken one."),
    voice,
    // Source of the five seconds: Twilio, "TwiML Voice: Dial", timeout.
    declare(
      "ringSeconds",
      "number",
      "Ring time",
      "How long it rings before the call goes on; about five seconds more until the phones fall silent.",
      { isRequired: true, defaultValue: 20, bounds: { min: 5, max: 60, unit: "seconds" } },
    ),
    declare(
      "ringTone",
      "choice",
      "Ring tone",
      "What the caller hears while it rings: the tone of which country. Left empty, Twilio chooses.",
      { bounds: { options: ringTones } },
    ),
    declare(
      "askToAccept",
      "yesNo",
      "Ask before connecting",
      "Whoever picks up hears who is calling and presses 1, so that a personal mailbox can never take the call.",
      { isRequired: true, defaultValue: true },
    ),
    // Source of the password: Twilio, "Prevent unauthorized access to your Programmable Voice Media with HTTP Basic Auth".
    declare(
      "askForName",
      "yesNo",
      "Ask callers for their name",
      "Whoever is asked before connecting then hears the caller say it. Leave it off if your recordings at Twilio are protected by a password: then it could not be played.",
      { isRequired: true, defaultValue: false },
    ),
    declare(
      "nameQuestion",
      "longText",
      "How they are asked",
      "Spoken before the tone, where callers are asked.",
      {
        isRequired: true,
        defaultValue: "Please say your name after the tone.",
      },
    ),
    declare(
      "shownNumber",
      "choice",
      "Number shown",
      "What the phone that rings shows. Where a caller's number is withheld, it is always ours.",
      {
        isRequired: true,
        defaultValue: "caller",
        bounds: {
          options: [
            { value: "caller", label: "The caller's number" },
            { value: "ours", label: "The work number that was called" },
          ],
        },
      },
    ),
    declare(
      "unanswered",
      "action",
      "If nobody takes the call",
      "Where the call goes then, a voicemail for instance. Left empty, the caller is told so, and we hang up.",
    ),
  ];
}
