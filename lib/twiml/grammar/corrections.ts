/**
 * What Twilio's pages say of TwiML and the typings of the twilio package do not. Each entry has its reason and the
 * title of the page that it comes from; an entry goes when the typings catch up.
 */
export interface Correction {
  /** Key of the element in the generated grammar. */
  element: string;
  attribute: string;
  /** For an attribute that the typings lack: its type, as they would spell it. */
  type?: string;
  /** Values besides those that the typings list or the kind of value that they name. */
  alsoTakes?: readonly string[];
  /** The listed values are not all there are: another one deserves a warning, not an error. */
  isOpen?: true;
  /** Smallest and largest number. */
  from?: number;
  to?: number;
  reason: string;
  source: string;
}

const POSITIVE = "a positive whole number";
const PROVIDER = "passed on to the speech provider, which adds values on its own";

export const corrections: readonly Correction[] = [
  {
    element: "Dial",
    attribute: "callReason",
    type: "string",
    reason: "missing",
    source: "TwiML Voice: <Dial>",
  },
  {
    element: "Dial",
    attribute: "record",
    alsoTakes: ["true", "false"],
    reason: "older names of record-from-answer and do-not-record",
    source: "TwiML Voice: <Dial>",
  },
  {
    element: "Dial",
    attribute: "timeout",
    from: 1,
    to: 600,
    reason: "a positive whole number; nothing rings longer than 600 seconds (Call resource)",
    source: "13212: Dial: Invalid timeout value",
  },
  {
    element: "Dial",
    attribute: "timeLimit",
    from: 1,
    to: 86_400,
    reason: "a positive whole number; no call lasts longer than 24 hours",
    source: "13216: Invalid timeLimit value",
  },
  {
    element: "Gather",
    attribute: "timeout",
    alsoTakes: ["auto"],
    from: 1,
    reason: "typed as a number alone",
    source: "TwiML Voice: <Gather>",
  },
  { element: "Gather", attribute: "numDigits", from: 1, reason: POSITIVE, source: "TwiML Voice: <Gather>" },
  {
    element: "Gather",
    attribute: "language",
    isOpen: true,
    reason: PROVIDER,
    source: "TwiML Voice: <Gather>",
  },
  { element: "Pause", attribute: "length", from: 1, reason: POSITIVE, source: "TwiML Voice: <Pause>" },
  {
    element: "Say",
    attribute: "loop",
    from: 0,
    reason: "0 repeats up to 1,000 times",
    source: "TwiML Voice: <Say>",
  },
  { element: "Say", attribute: "language", isOpen: true, reason: PROVIDER, source: "TwiML Voice: <Say>" },
  {
    element: "Play",
    attribute: "loop",
    from: 0,
    reason: "0 repeats until the caller hangs up",
    source: "TwiML Voice: <Play>",
  },
  {
    element: "Record",
    attribute: "maxLength",
    from: 1,
    to: 86_400,
    reason: "no call lasts longer than 24 hours",
    source: "TwiML Voice: <Record>",
  },
  {
    element: "Record",
    attribute: "timeout",
    from: 0,
    reason: "0 switches it off",
    source: "TwiML Voice: <Record>",
  },
  {
    element: "Conference",
    attribute: "maxParticipants",
    from: 1,
    to: 250,
    reason: "250 at most",
    source: "TwiML Voice: <Conference>",
  },
  ...machineDetection("Number"),
  ...machineDetection("Sip"),
  {
    element: "Conversation",
    attribute: "statusCallbackEvent",
    alsoTakes: ["call-in-progress"],
    reason: "in the page's own example",
    source: "TwiML Voice: <Conversation>",
  },
  {
    element: "Connect",
    attribute: "timeout",
    type: "number",
    from: 1,
    reason: "missing",
    source: "TwiML Voice: <Room>",
  },
  {
    element: "Room",
    attribute: "statusCallback",
    type: "string",
    reason: "missing",
    source: "TwiML Voice: <Room>",
  },
  {
    element: "Room",
    attribute: "mediaRegion",
    type: "string",
    reason: "missing",
    source: "TwiML Voice: <Room>",
  },
  ...[
    "backgroundNoiseReduction",
    "deepgramSmartFormat",
    "ignoreBackchannel",
    "speechTimeout",
    "eotThreshold",
  ].map((attribute) => ({
    element: "ConversationRelay",
    attribute,
    type: "string",
    reason: "missing, or typed in small letters while TwiML minds the case",
    source: "TwiML Voice: <ConversationRelay>",
  })),
  {
    element: "ConversationRelay",
    attribute: "reportInputDuringAgentSpeech",
    alsoTakes: ["none", "dtmf", "speech", "any"],
    reason: "typed as yes or no",
    source: "TwiML Voice: <ConversationRelay>",
  },
  {
    element: "SsmlSayAs",
    attribute: "role",
    type: "string",
    reason: "in the page's own example",
    source: "TwiML Voice: <Say>",
  },
  {
    element: "SsmlSayAs",
    attribute: "interpret-as",
    isOpen: true,
    reason: PROVIDER,
    source: "Text-to-Speech",
  },
  { element: "SsmlSayAs", attribute: "format", isOpen: true, reason: PROVIDER, source: "Text-to-Speech" },
  { element: "SsmlLang", attribute: "xml:lang", isOpen: true, reason: PROVIDER, source: "Text-to-Speech" },
  { element: "SsmlPhoneme", attribute: "alphabet", isOpen: true, reason: PROVIDER, source: "Text-to-Speech" },
];

function machineDetection(element: string): Correction[] {
  const bounds = {
    Timeout: [3, 60],
    SpeechThreshold: [1000, 6000],
    SpeechEndThreshold: [500, 5000],
    SilenceTimeout: [2000, 10_000],
  };
  return Object.entries(bounds).map(([name, [from = 0, to = 0]]) => ({
    element,
    attribute: `machineDetection${name}`,
    from,
    to,
    reason: "the range that the page gives; <Sip> takes the same attributes",
    source: "TwiML Voice: <Number>",
  }));
}

/** Nouns that the builder offers under <Response>, where no page shows them, and where they belong. */
export const misplacedInResponse: Readonly<Record<string, string>> = { Prompt: "Pay", Queue: "Dial" };
