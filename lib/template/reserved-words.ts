/** The names under which every template finds the call. */
const callNames = [
  "caller",
  "line",
  "firm",
  "steps",
  "chosen",
  "directory",
  "turn",
  "round",
  "recorded",
  "named",
] as const;

const liquidWords = ["true", "false", "nil", "null", "empty", "blank", "and", "or", "not", "contains"];
const loopWords = ["forloop", "continue"];

const reserved: ReadonlySet<string> = new Set([
  ...callNames,
  ...liquidWords,
  ...loopWords,
  // As the key of an object these would find JavaScript's own.
  ...Object.getOwnPropertyNames(Object.prototype),
]);

/** Whether a name already means something in templates, so that no parameter and no variable can have it. */
export function isReservedWord(name: string): boolean {
  return reserved.has(name);
}

/** The database holds parameter keys to the same form. */
export const parameterKeyForm = /^[a-z][A-Za-z0-9]*$/;
