import { SaxesParser } from "saxes";
import type { ParsedTwiml } from "./parse-twiml";
import { type FaultCode, faultAt, type Position, type TwimlFault } from "./twiml-fault";
import type { TwimlAttribute, TwimlElement, TwimlNode } from "./twiml-tree";
import { explainXmlError } from "./xml-error-words";

/** No TwiML is nested this deeply; the limit keeps walks over the tree from running out of stack. */
const MAX_DEPTH = 50;

interface OpenElement extends TwimlElement {
  attributes: Map<string, TwimlAttribute>;
  children: TwimlNode[];
  contentStart: number;
}

/** Builds the tree of one document from saxes' events, up to the first fault. */
export function readTree(xml: string, locate: (offset: number) => Position): ParsedTwiml {
  const parser = new SaxesParser({ defaultXMLVersion: "1.0", forceXMLVersion: true });
  const open: OpenElement[] = [];
  const seen = {
    root: null as OpenElement | null,
    closed: null as OpenElement | null,
    encoding: null as string | null,
    unclosed: null as OpenElement | null,
    fault: null as TwimlFault | null,
    /** Where the last thing ended; the next one begins there. */
    end: 0,
  };

  const nextOffset = () => seen.end + xml.slice(seen.end).search(/\S|$/);
  const refuse = (offset: number, code: FaultCode, words: string) => {
    seen.fault ??= faultAt(locate(offset), code, words);
  };
  const addText = (text: string) => {
    open.at(-1)?.children.push({ kind: "text", text, ...locate(nextOffset()) });
  };

  parser.on("error", ({ message }) => {
    if (seen.fault) return;
    const stoppedAt = Math.min(Math.max(parser.position - 1, 0), xml.length);
    const ampersand = findBareAmpersand(xml.slice(0, stoppedAt + 1));
    if (ampersand >= 0) refuse(ampersand, "not-well-formed", "An & must be written &amp;.");
    // saxes lists the open elements before it says that the text breaks off inside a tag or a comment.
    if (message.includes("unclosed tag")) seen.unclosed ??= open.at(-1) ?? null;
    else if (message.includes("unexpected end")) {
      refuse(nextOffset(), "not-well-formed", "The text breaks off in the middle of what begins here.");
    } else {
      const { code, words } = explainXmlError(message, {
        character: xml.charAt(stoppedAt),
        closingTag: xml.slice(xml.lastIndexOf("</", stoppedAt), stoppedAt + 1),
        closed: seen.closed,
        openNames: open.map((element) => element.name),
      });
      refuse(message.includes("outside of root") ? nextOffset() : stoppedAt, code, words);
    }
  });
  parser.on("xmldecl", ({ encoding }) => {
    seen.encoding = encoding ?? null;
  });
  parser.on("doctype", () => {
    const words = "A DOCTYPE has no place in TwiML. Delete it, with everything that it declares.";
    refuse(xml.lastIndexOf("<!DOCTYPE", parser.position - 1), "doctype", words);
  });
  parser.on("processinginstruction", ({ target }) => {
    const words = `<?${target} …?> has no place in TwiML. Delete it.`;
    refuse(xml.lastIndexOf(`<?${target}`, parser.position - 1), "processing-instruction", words);
  });
  parser.on("comment", () => {
    // The event comes at the second hyphen of "-->".
    seen.end = parser.position + 1;
  });
  parser.on("text", (text) => {
    addText(text);
    // The event comes when the next "<" has been read.
    seen.end = parser.position - 1;
  });
  parser.on("cdata", (text) => {
    addText(text);
    seen.end = parser.position;
  });
  parser.on("opentagstart", ({ name }) => {
    const offset = xml.lastIndexOf(`<${name}`, parser.position - 1);
    if (open.length >= MAX_DEPTH) refuse(offset, "too-deep", `<${name}> is nested too deeply for TwiML.`);
    if (seen.fault) return;
    const parts = { attributes: new Map(), children: [], innerLength: 0, contentStart: 0 };
    const element: OpenElement = { kind: "element", name, ...locate(offset), ...parts };
    open.at(-1)?.children.push(element);
    seen.root ??= element;
    open.push(element);
    seen.end = offset + 1 + name.length;
  });
  parser.on("attribute", ({ name, value }) => {
    open.at(-1)?.attributes.set(name, { name, value, ...locate(nextOffset()) });
    seen.end = parser.position;
  });
  parser.on("opentag", () => {
    seen.end = parser.position;
    const element = open.at(-1);
    if (element) element.contentStart = parser.position;
  });
  parser.on("closetag", ({ isSelfClosing }) => {
    if (seen.fault) return;
    seen.end = parser.position;
    const element = open.pop() ?? null;
    const contentEnd = isSelfClosing ? parser.position : xml.lastIndexOf("</", parser.position - 1);
    if (element) element.innerLength = contentEnd - element.contentStart;
    seen.closed = element;
  });

  parser.write(xml).close();
  const { root, encoding, unclosed, fault } = seen;
  if (fault) return { root: null, fault };
  if (unclosed) {
    const words = `<${unclosed.name}> is never closed. Add </${unclosed.name}>.`;
    return { root: null, fault: faultAt(unclosed, "not-well-formed", words) };
  }
  if (!root) throw new Error("saxes reported neither a root element nor its absence");
  return { root, encoding, fault: null };
}

/** Where an & begins no entity. saxes itself notices only at the next semicolon, or never. */
function findBareAmpersand(xml: string): number {
  const withoutQuotes = xml.replace(/<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)/g, (part) =>
    " ".repeat(part.length),
  );
  return withoutQuotes.search(/&(?!(?:[A-Za-z_][\w.-]*|#\d+|#[xX][\da-fA-F]+);)/);
}
