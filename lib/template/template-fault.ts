export type TemplateFaultCode =
  /** Liquid that cannot be read. */
  | "syntax"
  /** A tag or filter that templates do not have. */
  | "not-available"
  /** A parameter whose key cannot be used. */
  | "parameter-key"
  | "unknown-name"
  /** A variable with the name of something that a template is given. */
  | "name-taken"
  | "unknown-property"
  /** A list or a group of values where one value is needed, or the other way round. */
  | "wrong-kind"
  /** Text that is no XML, whatever the values. */
  | "markup"
  /** A placeholder where its value could become markup. */
  | "placeholder-place"
  /** Branches of a condition, or a loop, that leave an element or a quote half open. */
  | "unbalanced"
  /** What the caller's side sent, where it could choose a number or a URL. */
  | "caller-data"
  | "too-long"
  | "too-deep"
  | "too-much-work"
  /** A value that only turned out to be missing when the template was rendered. */
  | "missing-value"
  | "rendering";

/** Both count from 1. */
export interface TextPosition {
  line: number;
  column: number;
}

/** Why a template cannot be used, in words for whoever wrote it. */
export class TemplateFault extends Error {
  override readonly name = "TemplateFault";
  readonly line: number;
  readonly column: number;

  constructor(
    readonly code: TemplateFaultCode,
    message: string,
    position: TextPosition,
  ) {
    super(message);
    this.line = position.line;
    this.column = position.column;
  }
}

export const startOfText: TextPosition = { line: 1, column: 1 };

export function positionOf(text: string, offset: number): TextPosition {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/** A fault at a token of the template: LiquidJS tokens know the whole text and where in it they begin. */
export function faultAt(
  token: { input: string; begin: number },
  code: TemplateFaultCode,
  message: string,
): TemplateFault {
  return new TemplateFault(code, message, positionOf(token.input, token.begin));
}
