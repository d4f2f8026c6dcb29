/** What kinds of value a template can ask for. Forms, validation, rendering and the reference check derive from it. */
export type ParameterType =
  | "text"
  | "longText"
  | "phoneNumber"
  | "number"
  | "yesNo"
  | "choice"
  | "voice"
  | "audio"
  | "people"
  | "action"
  | "menu";

/** Who speaks: a `<Say>` voice of Twilio's and the BCP 47 language that goes with it. */
export interface VoiceChoice {
  name: string;
  language: string;
}

/** A value that is no reference, as it is stored. References (people, actions, menus) are rows of their own. */
export type ScalarValue = string | number | boolean | VoiceChoice;

export interface ParameterBounds {
  /** Longest text, in characters. */
  maxLength?: number;
  /** Smallest number; for people, the fewest entries. */
  min?: number;
  /** Largest number; for people, the most entries. */
  max?: number;
  /** A number is `min` (or 0) plus a whole multiple of this; 1 when it is left out. */
  step?: number;
  /** What a number counts, in words: "seconds". */
  unit?: string;
  /** The values a choice can take, with how a person reads them. */
  options?: readonly { value: string; label: string }[];
}

export interface ParameterDeclaration {
  /** How the template names it: a small letter, then letters and digits; no word that templates use for something else. */
  key: string;
  label: string;
  /** What a form says below the field; may be empty. */
  help: string;
  type: ParameterType;
  isRequired: boolean;
  /** Holds wherever an action leaves the value empty; always null for people, action and menu. */
  defaultValue: ScalarValue | null;
  bounds: ParameterBounds;
}

/** One phone to ring, as a template sees it. */
export interface PhoneToRing {
  /** Whose phone it is; null for a bare number. */
  name: string | null;
  /** E.164, or a SIP address. */
  number: string;
  /** Whether it is a SIP address, to be written as `<Sip>`: all phones of one ring are, or none is. */
  isSip: boolean;
  /** How long this one rings when people are rung in order; null leaves it to the action. */
  ringSeconds: number | null;
  /** URL of the screening step for this phone: Twilio plays it to whoever picks up, before the two are bridged. */
  screen: string;
}

export interface MenuChoice {
  /** The DTMF key: a digit, `*` or `#`. */
  key: string;
  label: string;
}

/**
 * What a template sees under a parameter's key. An action is its name; where it leads is under `steps`. Empty is null,
 * an empty list, or false for yes/no.
 */
export type BoundValue =
  | ScalarValue
  | readonly PhoneToRing[]
  | { name: string }
  | readonly MenuChoice[]
  | null;

/** Absolute URLs of the engine's own steps, most of them one per parameter of type action or menu. Only the engine makes them. */
export interface StepUrls {
  /** Go to the action now. */
  go: Readonly<Record<string, string>>;
  /** After a `<Gather>`: to what the key chooses. One per parameter of type menu. */
  menu: Readonly<Record<string, string>>;
  /** After a `<Gather>`: to whoever has the extension that was dialled. */
  extension: string;
  /** After a `<Gather>`: to the names that begin with the letters keyed, or to whoever was chosen of them. */
  directory: string;
  /** After a `<Dial>`: to the action if nobody took the call. */
  afterDial: Readonly<Record<string, string>>;
  /** After a `<Record>`: keep the recording, then to the action. */
  afterRecord: Readonly<Record<string, string>>;
  /** After a `<Record>` of the caller's name: keep it for whoever picks up, then on with this same action. */
  afterName: Readonly<Record<string, string>>;
  /** As a `<Record>`'s recordingStatusCallback: keeps the recording, and tells whom the action names. */
  recorded: string;
  /** As a `<Record>`'s transcribeCallback: keeps what was said, in writing. */
  transcribed: string;
}

/** Everything a template can name, apart from its own parameters. */
export interface CallScope {
  /** Whatever the caller's side sent. It can be spoken, never dialled and never put into a URL. */
  caller: { number: string | null; name: string | null; city: string | null; country: string | null };
  line: { name: string; number: string };
  firm: { name: string };
  steps: StepUrls;
  /** The phones of whoever the caller has chosen, by extension or by name; null while nobody has been. */
  chosen: readonly PhoneToRing[] | null;
  /** The names to read out, each with its key; none while the caller is asked for letters. */
  directory: { matches: readonly { key: string; name: string }[]; hasMore: boolean };
  /** How many people have had their turn, when they are rung one after another. A template that reads it rings one at a time. */
  turn: number;
  /** 1 when people are rung, or a menu is read, for the first time; more when it happens again. */
  round: number;
  /** Whether the caller's message has been kept and the template is asked what comes after it. */
  recorded: boolean;
  /** Whether the caller has been asked for their name. */
  named: boolean;
}

/** What one rendering needs: the call, and a value for every declared parameter under its key. */
export type TemplateScope = CallScope & Readonly<Record<string, unknown>>;

/** A template as the call path looks it up. */
export interface TemplateSource {
  body: string;
  parameters: readonly Pick<ParameterDeclaration, "key" | "type">[];
}
