import type { FaultCode } from "./twiml-fault";

interface XmlErrorContext {
  /** The character at which the parser stopped. */
  character: string;
  /** The closing tag that it has just read, if it stopped after one. */
  closingTag: string;
  /** The element that was closed last, and the names of those that are still open. */
  closed: { name: string; line: number } | null;
  openNames: readonly string[];
}

interface ExplainedXmlError {
  code: FaultCode;
  words: string;
}

/** saxes 6 words each fault for programmers; these are the same in plain words, tried in order. */
const EXPLANATIONS: readonly [said: RegExp, words: string][] = [
  [/unmatched closing tag: (.+)\.$/, "</$1> closes something that was never opened."],
  [/document must contain a root element/, "There is no TwiML here. It starts with <Response>."],
  [
    /documents may contain only one root/,
    "Something follows after </Response>. Everything belongs inside it.",
  ],
  [/text data outside of root node/, "There is text outside <Response>. Everything belongs inside it."],
  [
    /XML declaration must (be|appear) at the start/,
    "Nothing may come before <?xml, not even a space or an empty line.",
  ],
  [
    /XML declaration|name\/value pairs|version number|encoding value|standalone value/,
    "The first line, <?xml …?>, is not written as it should be.",
  ],
  [
    /expected (the name|one of)|value (required|must be quoted)/,
    "The first line, <?xml …?>, is not written as it should be.",
  ],
  [/duplicate attribute: (.+)\.$/, "$1 is given twice in the same tag."],
  [/attribute without value/, 'An attribute has no value. Write name="value".'],
  [/unquoted attribute value/, "An attribute's value must stand in quotation marks."],
  [/no whitespace between attributes/, "A space is missing between two attributes, or a quotation mark is."],
  [
    /undefined entity/,
    "Only &amp; &lt; &gt; &quot; and &apos; are known. Write the character itself, and an & as &amp;.",
  ],
  [/entity name/, "An & must be written &amp;."],
  [/malformed character entity/, "This &#…; stands for a character that XML does not allow."],
  [/malformed comment/, "A comment may not contain two hyphens in a row."],
  [/"]]>" is disallowed/, "]]> may not stand in text. Write ]]&gt;."],
  [/weird empty close tag/, "</> closes nothing: the name is missing."],
  [/processing instruction|character \? is disallowed/, "<? starts something that has no place in TwiML."],
  [
    /disallowed character in (opening |closing )?tag|forward-slash/,
    "A < that is not part of a tag must be written &lt;, and a tag must end with >.",
  ],
  [
    /disallowed character in attribute name/,
    'An attribute is not written as it should be: name="value", with a space before it.',
  ],
];

/** Turns what saxes says about XML that is not well-formed into plain words. */
export function explainXmlError(message: string, context: XmlErrorContext): ExplainedXmlError {
  const { character, closingTag, closed, openNames } = context;
  if (message.includes("unexpected close tag")) {
    const name = closingTag.slice(2, -1).trim();
    const wasOpened = openNames.includes(name);
    if (!wasOpened && closed?.name.toLowerCase() === name.toLowerCase()) {
      return wrong(
        `${closingTag} must be written </${closed.name}>, in the same letters as <${closed.name}>.`,
      );
    }
    if (!wasOpened || !closed) return wrong(`${closingTag} closes something that was never opened.`);
    const words = `${closingTag} comes before <${closed.name}> of line ${closed.line} is closed. Add </${closed.name}>.`;
    return wrong(words);
  }
  if (message.includes("doctype"))
    return { code: "doctype", words: "A DOCTYPE has no place in TwiML. Delete it." };
  if (message.endsWith("disallowed character.")) {
    if (character === "<")
      return wrong("A quotation mark is missing, or a < in a value is not written &lt;.");
    const words = "An invisible control character stands here, which XML does not allow. Delete it.";
    return { code: "control-character", words };
  }
  for (const [said, words] of EXPLANATIONS) {
    const found = said.exec(message);
    if (found) return wrong(words.replace("$1", () => found[1] ?? ""));
  }
  return wrong(`This is not well-formed XML (${message.replace(/^\d+:\d+: /, "")})`);
}

function wrong(words: string): ExplainedXmlError {
  return { code: "not-well-formed", words };
}
