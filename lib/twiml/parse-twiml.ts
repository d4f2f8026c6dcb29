import { lineFinder } from "./line-finder";
import { readTree } from "./read-tree";
import { type FaultCode, faultAt, type Position, type TwimlFault } from "./twiml-fault";
import { isTooLarge, TWIML_MAX_BYTES } from "./twiml-size";
import type { TwimlElement } from "./twiml-tree";

/** The tree under <Response>, or the first reason why there is none. `encoding` is what the XML declaration claims, if anything. */
export type ParsedTwiml =
  | { root: TwimlElement; encoding: string | null; fault: null }
  | { root: null; fault: TwimlFault };

/**
 * Reads a TwiML document into a tree with positions. Never throws. Whether the elements inside mean anything is
 * not asked here; DOCTYPE and processing instructions are refused, since TwiML has no use for them and XML bombs need them.
 */
export function parseTwiml(xml: string): ParsedTwiml {
  if (isTooLarge(xml)) {
    return refused("too-large", `This is larger than the ${TWIML_MAX_BYTES / 1024} KB that Twilio accepts.`);
  }
  if (xml.startsWith("\uFEFF")) {
    return refused("byte-order-mark", "An invisible mark (a byte order mark) comes first. Delete it.");
  }
  const locate = lineFinder(xml);
  const halfCharacter = xml.search(/\p{Surrogate}/u);
  if (halfCharacter >= 0) {
    const words = "Half a character stands here, which cannot be sent. Type it again.";
    return refused("control-character", words, locate(halfCharacter));
  }
  const parsed = readSafely(xml, locate);
  if (parsed.root && parsed.root.name !== "Response") {
    const words = `TwiML begins with <Response>, not with <${parsed.root.name}>.`;
    return refused("wrong-root", words, parsed.root);
  }
  return parsed;
}

/** saxes is not known to throw where it could report an error; a hostile document shall not be what finds out. */
function readSafely(xml: string, locate: (offset: number) => Position): ParsedTwiml {
  try {
    return readTree(xml, locate);
  } catch {
    return refused("not-well-formed", "This cannot be read as XML.");
  }
}

function refused(code: FaultCode, words: string, at: Position = { line: 1, column: 1 }): ParsedTwiml {
  return { root: null, fault: faultAt(at, code, words) };
}
