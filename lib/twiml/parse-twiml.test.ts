import { describe, expect, test } from "vitest";
import { parseTwiml } from "./parse-twiml";
import { listElements, ownText, spokenText } from "./twiml-tree";

const SURROGATE = String.fromCharCode(0xd800);

describe("a tree", () => {
  const { root } = parseTwiml(
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- who -->\r\n<Response>\r\n  <Say\n    voice = "woman"\n    loop=\'2\'>Hello &amp; <![CDATA[<welcome>]]><!-- x --> back</Say>\n\t<Hangup/></Response>\n',
  );
  const [say, hangup] = root ? listElements(root) : [];

  test("has each element with its line and column", () => {
    expect(root).toMatchObject({ name: "Response", line: 3, column: 1 });
    expect(say).toMatchObject({ name: "Say", line: 4, column: 3 });
    expect(hangup).toMatchObject({ name: "Hangup", line: 7, column: 2, innerLength: 0 });
  });

  test("has each attribute with its line and column", () => {
    expect(say?.attributes.get("voice")).toEqual({ name: "voice", value: "woman", line: 5, column: 5 });
    expect(say?.attributes.get("loop")).toEqual({ name: "loop", value: "2", line: 6, column: 5 });
  });

  test("has text as a voice would read it, without comments", () => {
    expect(say && ownText(say)).toBe("Hello & <welcome> back");
    expect(say?.innerLength).toBe("Hello &amp; <![CDATA[<welcome>]]><!-- x --> back".length);
  });

  test("places text where its first visible character stands", () => {
    const parsed = parseTwiml("<Response>\n <Hangup/>\n  stray</Response>");
    expect(parsed.root?.children.at(-1)).toMatchObject({ kind: "text", line: 3, column: 3 });
    const afterComment = parseTwiml("<Response><!-- a -->\n  stray</Response>");
    expect(afterComment.root?.children.at(-1)).toMatchObject({ line: 2, column: 3 });
  });

  test("tells neighbours of one name apart", () => {
    const parsed = parseTwiml("<Response><Say>a</Say><Say><s>b</s><s>c</s></Say></Response>");
    const [first, second] = parsed.root ? listElements(parsed.root) : [];
    expect([first?.column, first?.innerLength, second?.column, second?.innerLength]).toEqual([11, 1, 23, 16]);
    expect(second && listElements(second).map(({ column }) => column)).toEqual([28, 36]);
    expect(parseTwiml("<Response><Response/></Response>").root).toMatchObject({ line: 1, column: 1 });
  });

  test("joins the words of nested elements, with spaces between them", () => {
    const parsed = parseTwiml(
      "<Response><Say>Press <say-as>1</say-as>\n  now<break/>please</Say></Response>",
    );
    expect(parsed.root && spokenText(parsed.root)).toBe("Press 1 now please");
  });

  test("keeps what the XML declaration says of the encoding", () => {
    expect(parseTwiml('<?xml version="1.0" encoding="latin1"?><Response/>')).toMatchObject({
      encoding: "latin1",
    });
    expect(parseTwiml("<Response/>")).toMatchObject({ encoding: null, fault: null });
  });

  test("takes names that mean something to JavaScript as names", () => {
    const parsed = parseTwiml('<Response __proto__="a" constructor="b"/>');
    expect(parsed.root?.attributes.get("__proto__")?.value).toBe("a");
  });
});

describe("what cannot be read is explained in plain words, at its place", () => {
  test.each<[what: string, xml: string, at: string, message: RegExp]>([
    ["nothing at all", "", "1:1", /no TwiML here/],
    ["only words", "Hello!", "1:1", /text outside <Response>/],
    ["words after the end", "<Response/>\nHello!", "2:1", /text outside <Response>/],
    ["a second document", "<Response/><Response/>", "1:21", /follows after <\/Response>/],
    ["another root", "<Twiml/>", "1:1", /begins with <Response>, not with <Twiml>/],
    ["a root in small letters", "<response/>", "1:1", /begins with <Response>, not with <response>/],
    ["an element left open", "<Response>\n<Say>Hi\n", "2:1", /<Say> is never closed. Add <\/Say>/],
    [
      "an element closed too late",
      "<Response>\n<Say>Hi\n</Response>",
      "3:11",
      /<\/Response> comes before <Say> of line 2/,
    ],
    [
      "an end without a beginning",
      "<Response></Say></Response>",
      "1:16",
      /<\/Say> closes something that was never opened/,
    ],
    [
      "an end in other letters",
      "<Response><Say>Hi</say></Response>",
      "1:23",
      /<\/say> must be written <\/Say>/,
    ],
    ["an ampersand", "<Response>\n<Say>Smith & Sons</Say></Response>", "2:12", /An & must be written &amp;/],
    [
      "an ampersand before a semicolon",
      "<Response><Say>Smith & Sons; Co</Say></Response>",
      "1:22",
      /An & must/,
    ],
    ["an ampersand after one in a comment", "<Response><!-- & -->\n&</Response>", "2:1", /An & must/],
    ["an entity of HTML", "<Response>&nbsp;</Response>", "1:16", /Only &amp; &lt; .* are known/],
    ["an entity called like a method", "<Response>&constructor;</Response>", "1:23", /Only &amp;/],
    ["a less-than sign", "<Response>1 < 2</Response>", "1:14", /must be written &lt;/],
    ["an unfinished tag", "<Response>\n<Say", "2:1", /breaks off/],
    ["an unfinished comment", "<Response><!-- ", "1:11", /breaks off/],
    ["an unfinished comment after words", "<Response>Hello <!-- ", "1:17", /breaks off/],
    ["an unfinished CDATA", "<Response><![CDATA[ x ", "1:11", /breaks off/],
    ["an unfinished value", '<Response><Say voice="man', "1:16", /breaks off/],
    [
      "a missing quotation mark",
      '<Response><Say voice="man>Hi</Say></Response>',
      "1:29",
      /quotation mark is missing/,
    ],
    ["no quotation marks", "<Response><Say voice=man/></Response>", "1:22", /must stand in quotation marks/],
    ["no value", "<Response><Record playBeep /></Response>", "1:28", /An attribute/],
    ["no space between attributes", "<Response><Say a='1'b='2'/></Response>", "1:21", /A space is missing/],
    ["an attribute twice", "<Response><Say loop='1' loop='2'/></Response>", "1:34", /loop is given twice/],
    ["a comment in a comment", "<Response><!-- a -- b --></Response>", "1:20", /two hyphens/],
    [
      "a line before the declaration",
      '\n<?xml version="1.0"?><Response/>',
      "2:6",
      /Nothing may come before <\?xml/,
    ],
    ["a declaration that is none", '<?xml version="one"?><Response/>', "1:19", /first line/],
    ["a nameless end", "<Response></></Response>", "1:13", /name is missing/],
  ])("%s", (_what, xml, at, message) => {
    const { fault } = parseTwiml(xml);
    expect(fault?.message).toMatch(message);
    expect(`${fault?.line}:${fault?.column}`).toBe(at);
    expect(fault?.message).toMatch(new RegExp(`^Line ${fault?.line}: `));
    expect(fault?.severity).toBe("error");
  });
});

describe("what XML allows and TwiML does not is refused", () => {
  test.each<[what: string, code: string, xml: string]>([
    ["a byte order mark", "byte-order-mark", "\uFEFF<Response/>"],
    ["a DOCTYPE", "doctype", '<!DOCTYPE Response [<!ENTITY a "b">]><Response>&a;</Response>'],
    ["a DOCTYPE inside", "doctype", "<Response><!DOCTYPE x></Response>"],
    ["a stylesheet", "processing-instruction", '<?xml-stylesheet href="a"?><Response/>'],
    ["PHP that did not run", "processing-instruction", "<Response><?php echo 1 ?></Response>"],
    ["a bell", "control-character", "<Response>\u0007</Response>"],
    ["a bell in a value", "control-character", '<Response a="\u0007"/>'],
    ["half a character", "control-character", `<Response>${SURROGATE}</Response>`],
    ["a NUL written out", "not-well-formed", "<Response>&#0;</Response>"],
    ["a bell written out, in XML 1.1", "not-well-formed", '<?xml version="1.1"?><Response>&#7;</Response>'],
  ])("%s", (_what, code, xml) => {
    expect(parseTwiml(xml)).toMatchObject({ root: null, fault: { code, severity: "error" } });
  });

  test("50 levels are read, and one more is not", () => {
    const nest = (levels: number) =>
      `<Response>${"<s>".repeat(levels - 1)}${"</s>".repeat(levels - 1)}</Response>`;
    expect(parseTwiml(nest(50)).fault).toBeNull();
    expect(parseTwiml(nest(51)).fault).toMatchObject({ code: "too-deep", line: 1, column: 158 });
  });

  test("64 KB is read, and one byte more is not", () => {
    const fill = (bytes: number) =>
      `<Response>${" ".repeat(bytes - "<Response></Response>".length)}</Response>`;
    expect(parseTwiml(fill(65_536)).fault).toBeNull();
    expect(parseTwiml(fill(65_537)).fault?.code).toBe("too-large");
  });

  test("the size counts bytes, not letters", () => {
    expect(parseTwiml(`<Response><Say>${"é".repeat(33_000)}</Say></Response>`).fault?.code).toBe("too-large");
  });
});
