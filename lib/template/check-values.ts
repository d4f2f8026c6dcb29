import {
  type AssignTag,
  type CaseTag,
  type PropertyAccessToken,
  type Token,
  TypeGuards,
  Value,
} from "liquidjs";
import { allowedFilters } from "./engine";
import { faultAt } from "./template-fault";
import { pathsIn, rootOf } from "./template-paths";
import type { Names, Shape } from "./value-shapes";

/**
 * Checks every name within an expression, and gives what is known of its value.
 *
 * @throws TemplateFault for a name or a property that does not exist.
 */
export function checkValue(value: Value, names: Names): Shape | null {
  checkOperators(value.initial.postfix);
  for (const path of pathsIn(value)) checkPath(path, names);
  const [only, ...others] = value.initial.postfix;
  // Not counting the one that the engine adds to what is printed.
  const isFiltered = value.filters.some(({ name }) => allowedFilters.includes(name));
  return others.length === 0 && !isFiltered ? shapeOf(only, names) : null;
}

/** As `checkValue`, for a value without operators or filters. */
export function checkToken(token: Token | undefined, names: Names): Shape | null {
  for (const path of pathsIn(token)) checkPath(path, names);
  return shapeOf(token, names);
}

/** What is known of the value that `assign` gives its variable. */
export function shapeAssigned(assign: AssignTag, names: Names): Shape | null {
  const [value] = assign.arguments();
  return value instanceof Value ? checkValue(value, names) : null;
}

/**
 * LiquidJS renders every branch whose value fits, and not the first alone: only fixed values that differ leave no doubt.
 */
export function checkCase({ value, branches, token }: CaseTag, names: Names): void {
  checkValue(value, names);
  const values = branches.flatMap((branch) => branch.values);
  const contents = new Set(values.map((fixed) => ("content" in fixed ? fixed.content : fixed)));
  const areFixed = values.every(
    (fixed) =>
      TypeGuards.isQuotedToken(fixed) ||
      TypeGuards.isNumberToken(fixed) ||
      (TypeGuards.isLiteralToken(fixed) && fixed.literal !== "empty" && fixed.literal !== "blank"),
  );
  if (!areFixed || contents.size < values.length) {
    throw faultAt(token, "syntax", "Each {% when %} takes fixed texts or numbers, and none of them twice.");
  }
}

const shapeOf = (token: Token | undefined, names: Names): Shape | null =>
  TypeGuards.isPropertyAccessToken(token) ? checkPath(token, names) : null;

function checkPath(path: PropertyAccessToken, names: Names): Shape | null {
  const root = rootOf(path);
  if (root === null) {
    if (path.variable) return null;
    throw faultAt(
      path,
      "unknown-name",
      "A name must be written out: it cannot be looked up by another value.",
    );
  }
  const start = names.get(root);
  if (start === undefined) throw faultAt(path, "unknown-name", unknownName(root, names));

  let shape = start;
  let written = root;
  for (const property of path.props.slice(1)) {
    if (!shape) return null;
    shape = propertyOf(shape, property, written, path);
    written += `.${property.getText()}`;
  }
  return shape;
}

function propertyOf(shape: Shape, property: Token, owner: string, path: PropertyAccessToken): Shape {
  const isWrittenOut = TypeGuards.isWordToken(property) || TypeGuards.isQuotedToken(property);
  if (shape.item && !isWrittenOut) return shape.item;
  const found = isWrittenOut ? shape.properties.get(property.content) : undefined;
  if (found) return found;
  const known = [...shape.properties.keys()];
  const has = known.length > 0 ? `It has: ${known.join(", ")}.` : "It has nothing to ask for.";
  throw faultAt(path, "unknown-property", `${owner} has no “${property.getText()}”. ${has}`);
}

const unknownName = (name: string, names: Names): string =>
  `“${name}” is neither a parameter of this template nor set on every way to here. There are: ${[...names.keys()].join(", ")}.`;

/** LiquidJS takes the first of two values that stand side by side, and says nothing. */
function checkOperators(postfix: readonly Token[]): void {
  let values = 0;
  for (const token of postfix) {
    if (!TypeGuards.isOperatorToken(token)) values += 1;
    else if (token.operator !== "not") values -= 1;
  }
  const [first] = postfix;
  if (values !== 1 && first) {
    throw faultAt(first, "syntax", "An operator such as ==, and, or is missing, or there is one too many.");
  }
}
