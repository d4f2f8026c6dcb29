import type { ParameterDeclaration, ParameterType } from "./types";

/** What is known of a value before there is one. Null stands for nothing known: what a filter made, say. */
export interface Shape {
  isPrintable: boolean;
  properties: ReadonlyMap<string, Shape>;
  /** What each item of a list is like. */
  item?: Shape;
}

export type Names = ReadonlyMap<string, Shape | null>;

const single: Shape = { isPrintable: true, properties: new Map() };
const text: Shape = { isPrintable: true, properties: new Map([["size", single]]) };

function group(properties: Record<string, Shape>): Shape {
  return { isPrintable: false, properties: new Map(Object.entries(properties)) };
}

function list(item: Shape): Shape {
  return { ...group({ size: single, first: item, last: item }), item };
}

const phones = list(group({ name: text, number: text, isSip: single, ringSeconds: single, screen: text }));

const shapesByType: Readonly<Record<ParameterType, Shape>> = {
  text,
  longText: text,
  phoneNumber: text,
  number: single,
  yesNo: single,
  choice: text,
  voice: group({ name: text, language: text }),
  audio: text,
  people: phones,
  action: group({ name: text }),
  menu: list(group({ key: text, label: text })),
};

export const numberShape = single;

/** What `forloop` is within a loop. */
export const loopShape = group({
  first: single,
  index: single,
  index0: single,
  last: single,
  length: single,
  rindex: single,
  rindex0: single,
});

/** The names that a template with these parameters starts with. */
export function namesFor(parameters: readonly Pick<ParameterDeclaration, "key" | "type">[]): Names {
  const urlsOf = (wanted: ParameterType): Shape => ({
    isPrintable: false,
    properties: new Map(parameters.filter(({ type }) => type === wanted).map(({ key }) => [key, text])),
  });
  const urls = urlsOf("action");
  return new Map<string, Shape>([
    ["caller", group({ number: text, name: text, city: text, country: text })],
    ["line", group({ name: text, number: text })],
    ["firm", group({ name: text })],
    [
      "steps",
      group({
        go: urls,
        menu: urlsOf("menu"),
        extension: text,
        directory: text,
        afterDial: urls,
        afterRecord: urls,
        afterName: urls,
        recorded: text,
        transcribed: text,
      }),
    ],
    ["chosen", phones],
    ["directory", group({ matches: list(group({ key: text, name: text })), hasMore: single })],
    ["turn", single],
    ["round", single],
    ["recorded", single],
    ["named", single],
    ...parameters.map(({ key, type }) => [key, shapesByType[type]] as const),
  ]);
}
