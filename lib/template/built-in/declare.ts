import type { ParameterDeclaration, ParameterType } from "../types";

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

/** What ringing one person and ringing a team have in common. */
export function ringing(help: string, mostEntries: number): readonly ParameterDeclaration[] {
  return [
    declare("people", "people", "Who is rung", help, {
      isRequired: true,
      bounds: { min: 1, max: mostEntries },
    }),
    declare(
      "introduction",
      "longText",
      "Say first",
      "Spoken to the caller before it rings. May be left empty.",
    ),
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
      "askToAccept",
      "yesNo",
      "Ask before connecting",
      "Whoever picks up hears who is calling and presses 1, so that a personal mailbox can never take the call.",
      { isRequired: true, defaultValue: true },
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
