export interface Position {
  /** 1 is the first. */
  line: number;
  /** 1 is the first; counted in UTF-16 code units, as editors count. */
  column: number;
}

export type FaultCode =
  // Not XML, or XML that Twilio does not take.
  | "too-large"
  | "byte-order-mark"
  | "control-character"
  | "not-well-formed"
  | "doctype"
  | "processing-instruction"
  | "too-deep"
  | "encoding"
  // Not TwiML.
  | "wrong-root"
  | "unknown-element"
  | "misplaced-element"
  | "unknown-attribute"
  | "unexpected-text"
  | "missing-text"
  | "wrong-value"
  | "unlisted-value"
  | "wrong-url"
  // TwiML that does not do what it seems to.
  | "empty-response"
  | "never-reached"
  | "late-reject"
  | "say-too-long"
  | "wrong-number"
  | "unclear-number"
  | "doubtful-caller-id"
  | "wrong-sip-address"
  | "nobody-to-ring"
  | "too-many-targets"
  | "mixed-targets";

export interface TwimlFault extends Position {
  code: FaultCode;
  /** An error keeps the TwiML from being saved; a warning does not. */
  severity: "error" | "warning";
  /** Plain words that begin with the line. */
  message: string;
}

/** A fault of something written whose place its caller knows; `words` is one or more whole sentences. */
export interface ValueFault {
  code: FaultCode;
  words: string;
  severity: TwimlFault["severity"];
}

/** A fault at a place; `words` is one or more whole sentences. */
export function faultAt(
  at: Position,
  code: FaultCode,
  words: string,
  severity: TwimlFault["severity"] = "error",
): TwimlFault {
  return { code, severity, line: at.line, column: at.column, message: `Line ${at.line}: ${words}` };
}

/** What somebody wrote, short enough to be quoted in a message. */
export function quote(written: string): string {
  return `“${clip(written)}”`;
}

/** A name that somebody wrote, as a tag. */
export function tag(name: string): string {
  return `<${clip(name)}>`;
}

function clip(written: string): string {
  return written.length > 60 ? `${written.slice(0, 60)}…` : written;
}
