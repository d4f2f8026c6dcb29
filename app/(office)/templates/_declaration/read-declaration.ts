import { boundsOfType } from "@/lib/template/declaration-schema";
import type { ParameterBounds, ParameterDeclaration, ParameterType, ScalarValue } from "@/lib/template/types";

/** The fields of one parameter by their names in its part of the form. A box that is not ticked is not there. */
export type DeclarationFields = Readonly<Record<string, string>>;

/**
 * What the fields of one parameter declare, for `declarationSchema` to judge. Bounds that the type does not have are left
 * out: their fields are not shown.
 */
export function readDeclaration(fields: DeclarationFields): unknown {
  const text = (name: string) => fields[name]?.trim() ?? "";
  const type = text("type");
  const bounds: Record<string, unknown> = {};
  for (const name of isType(type) ? boundsOfType[type] : []) {
    const typed = text(`bounds.${name}`);
    if (typed) bounds[name] = readBound(name, typed);
  }
  return {
    key: text("key"),
    label: text("label"),
    help: text("help"),
    type,
    isRequired: fields.isRequired === "on",
    defaultValue: readDefault(type, text("defaultValue").replaceAll("\r\n", "\n")),
    bounds,
  };
}

/** The fields as they begin for a parameter that is declared already. */
export function writeDeclaration(declaration: ParameterDeclaration): Record<string, string> {
  const { key, label, help, type, isRequired, defaultValue, bounds } = declaration;
  const boundFields = Object.entries(bounds).map(([name, value]) => [
    `bounds.${name}`,
    Array.isArray(value) ? writeOptions(value) : String(value),
  ]);
  return {
    key,
    label,
    help,
    type,
    ...(isRequired && { isRequired: "on" }),
    defaultValue: defaultValue === null ? "" : writeDefault(defaultValue),
    ...Object.fromEntries(boundFields),
  };
}

const isType = (type: string): type is ParameterType => Object.hasOwn(boundsOfType, type);

function readBound(name: keyof ParameterBounds, typed: string): unknown {
  if (name === "unit") return typed;
  return name === "options" ? readOptions(typed) : Number(typed);
}

/** One a line: what it stands for, an equals sign, what people read. Without a sign it is both. */
function readOptions(typed: string): { value: string; label: string }[] {
  const lines = typed.split(/\r?\n/).filter((line) => line.trim());
  return lines.map((line) => {
    const [, value = line, label = value] = /^([^=]*)=(.*)$/.exec(line) ?? [];
    return { value: value.trim(), label: label.trim() };
  });
}

const writeOptions = (options: NonNullable<ParameterBounds["options"]>): string =>
  options.map(({ value, label }) => (value === label ? value : `${value} = ${label}`)).join("\n");

function readDefault(type: string, typed: string): unknown {
  if (typed === "") return null;
  switch (type) {
    case "number":
      return Number(typed);
    case "yesNo":
      return typed === "yes";
    case "voice": {
      const [name = "", language = ""] = typed.split(/\s+/);
      return { name, language };
    }
    default:
      return typed;
  }
}

function writeDefault(value: ScalarValue): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? `${value.name} ${value.language}` : String(value);
}
