import { z } from "zod";
import type { ParameterDeclaration } from "./types";
import { type ActionValue, valueSchemas } from "./value-schemas";

/**
 * The schema of one parameter's value as a form sends it. Texts are trimmed, a number may come as text; what is left
 * empty (a blank text, a list of nothing) becomes null, or is refused where the parameter is required.
 */
export function schemaForParameter(declaration: ParameterDeclaration): z.ZodType<ActionValue> {
  const { type, label, isRequired } = declaration;
  const value = valueSchemas[type](declaration).nullable();
  const prepare = (input: unknown) => emptyToNull(type === "number" ? readNumber(input) : input);
  const isGiven = (given: ActionValue) => given !== null;
  return z.preprocess(prepare, isRequired ? value.refine(isGiven, `Please fill in “${label}”`) : value);
}

/** The schema of all values of an action: one under each declared key, and no others. */
export function schemaForAction(
  declarations: readonly ParameterDeclaration[],
): z.ZodType<Record<string, ActionValue>> {
  const schemas = declarations.map((declaration) => [declaration.key, schemaForParameter(declaration)]);
  const shape: Record<string, z.ZodType<ActionValue>> = Object.fromEntries(schemas);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `The template does not ask for “${issue.keys.join("”, “")}”`
        : undefined,
  });
}

function emptyToNull(input: unknown): unknown {
  const value = typeof input === "string" ? input.trim() : input;
  const isEmpty = value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
  return isEmpty ? null : value;
}

function readNumber(input: unknown): unknown {
  return typeof input === "string" && input.trim() !== "" ? Number(input) : input;
}
