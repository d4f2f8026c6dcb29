import {
  type PropertyAccessToken,
  type Template,
  type Token,
  TypeGuards,
  toValueSync,
  Value,
} from "liquidjs";

/** These templates and all within them, in the order of the text. */
export function* everyTemplate(templates: readonly Template[]): Generator<Template> {
  for (const template of templates) {
    yield template;
    if (template.children) yield* everyTemplate(toValueSync(template.children(false, true)));
  }
}

/** Every name that a template reads by itself, its children left aside: in conditions, filters and indexes as well. */
export function* pathsOf(template: Template): Generator<PropertyAccessToken> {
  for (const argument of template.arguments?.() ?? []) yield* pathsIn(argument);
}

export function* pathsIn(argument: Value | Token | undefined): Generator<PropertyAccessToken> {
  if (argument instanceof Value) {
    for (const token of argument.initial.postfix) yield* pathsIn(token);
    for (const { args } of argument.filters) {
      for (const arg of args) yield* pathsIn(Array.isArray(arg) ? arg[1] : arg);
    }
  } else if (TypeGuards.isRangeToken(argument)) {
    yield* pathsIn(argument.lhs);
    yield* pathsIn(argument.rhs);
  } else if (TypeGuards.isPropertyAccessToken(argument)) {
    yield argument;
    yield* pathsIn(argument.variable);
    for (const property of argument.props) yield* pathsIn(property);
  }
}

/** The name that a path begins with. Null where it begins with a fixed value, or with a name looked up by a value. */
export function rootOf({ variable, props: [root] }: PropertyAccessToken): string | null {
  if (variable) return null;
  return TypeGuards.isWordToken(root) || TypeGuards.isQuotedToken(root) ? root.content : null;
}

/** The variables that a template sets, as `assign` and `capture` do. */
export function localNames(template: Template): string[] {
  return Array.from(template.localScope?.() ?? [], ({ content }) => content);
}
