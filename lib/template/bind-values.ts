import type { BoundValue, ParameterDeclaration, ParameterType, VoiceChoice } from "./types";

type Values = ReadonlyMap<string, BoundValue> | Readonly<Record<string, BoundValue>>;

/**
 * A value for every declared key: what the action gives; where that is empty, or no longer of the declared type, the
 * declared default; failing that, what empty is for the type. A voice is never empty: it falls back to the firm's.
 */
export function bindValues(
  declarations: readonly Pick<ParameterDeclaration, "key" | "type" | "defaultValue">[],
  values: Values,
  firmVoice: VoiceChoice,
): Record<string, BoundValue> {
  const bind = ({ key, type, defaultValue }: (typeof declarations)[number]): BoundValue => {
    const candidates = [valueUnder(key, values), defaultValue];
    return (
      candidates.find((value) => isFilled[type](value)) ?? (type === "voice" ? firmVoice : emptyOf(type))
    );
  };
  return Object.fromEntries(declarations.map((declaration) => [declaration.key, bind(declaration)]));
}

function valueUnder(key: string, values: Values): BoundValue {
  return (isMap(values) ? values.get(key) : values[key]) ?? null;
}

const isMap = (values: Values): values is ReadonlyMap<string, BoundValue> => values instanceof Map;

/** Lists and yes/no have an empty value that Liquid's conditions and loops take as it is. */
function emptyOf(type: ParameterType): BoundValue {
  if (type === "people" || type === "menu") return [];
  return type === "yesNo" ? false : null;
}

const isText = (value: BoundValue): boolean => typeof value === "string" && value.trim() !== "";
const isList = (value: BoundValue): boolean => Array.isArray(value) && value.length > 0;
const isNamed = (value: BoundValue): boolean =>
  value !== null && typeof value === "object" && "name" in value;

const isFilled: Readonly<Record<ParameterType, (value: BoundValue) => boolean>> = {
  text: isText,
  longText: isText,
  phoneNumber: isText,
  number: Number.isFinite,
  yesNo: (value) => typeof value === "boolean",
  choice: isText,
  voice: (value) => isNamed(value) && Object.hasOwn(value as object, "language"),
  audio: isText,
  people: isList,
  action: isNamed,
  menu: isList,
};
