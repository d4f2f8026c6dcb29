import type { BoundValue, CallScope, ParameterDeclaration, PhoneToRing, TemplateScope } from "../types";

/** Step URLs for each of these parameters of type action. */
export function exampleCall(actionKeys: readonly string[] = [], menuKeys: readonly string[] = []): CallScope {
  const urls = (step: string, keys = actionKeys) =>
    Object.fromEntries(keys.map((key) => [key, `https://office.example/api/voice/${step}/${key}`]));
  return {
    caller: { number: "+14155550123", name: "Ada Lovelace", city: "London", country: "GB" },
    line: { name: "Main line", number: "+14155550100" },
    firm: { name: "Smith & Sons" },
    steps: {
      go: urls("go"),
      menu: urls("menu", menuKeys),
      extension: "https://office.example/api/voice/extension",
      directory: "https://office.example/api/voice/directory",
      afterDial: urls("after-dial"),
      afterRecord: urls("after-record"),
      afterName: urls("after-name"),
      recorded: "https://office.example/api/voice/recorded",
      transcribed: "https://office.example/api/voice/transcribed",
    },
    chosen: null,
    directory: { matches: [], hasMore: false },
    turn: 0,
    round: 1,
    recorded: false,
    named: false,
  };
}

export function phones(...names: readonly string[]): PhoneToRing[] {
  return names.map((name, index) => ({
    name,
    number: `+1415555020${index}`,
    isSip: false,
    ringSeconds: null,
    screen: `https://office.example/api/voice/screen/${index}`,
  }));
}

/** Parameters of all kinds, for templates written in tests. */
export const exampleParameters: readonly Pick<ParameterDeclaration, "key" | "type">[] = [
  { key: "text", type: "longText" },
  { key: "seconds", type: "number" },
  { key: "isLoud", type: "yesNo" },
  { key: "kind", type: "choice" },
  { key: "voice", type: "voice" },
  { key: "sound", type: "audio" },
  { key: "people", type: "people" },
  { key: "keys", type: "menu" },
  { key: "next", type: "action" },
];

const exampleValues: Readonly<Record<string, BoundValue>> = {
  text: "Good morning",
  seconds: 20,
  isLoud: true,
  kind: "busy",
  voice: { name: "Polly.Joanna", language: "en-US" },
  sound: "https://office.example/sounds/hello.mp3",
  people: phones("Ada", "Grace"),
  keys: [{ key: "1", label: "Sales" }],
  next: { name: "Voicemail" },
};

export function exampleScope(values: Readonly<Record<string, unknown>> = {}): TemplateScope {
  return { ...exampleValues, ...exampleCall(["next"], ["keys"]), ...values };
}
