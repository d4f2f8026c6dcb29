import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTwiml } from "./check-twiml";
import { describeStep } from "./describe-step";
import { interpretTwiml } from "./interpret-twiml";

const inResponse = (xml: string) => `<Response>${xml}</Response>`;
const filling = (part: string, bytes = 64_000) => part.repeat(Math.floor(bytes / part.length));

const LAUGHS = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");

describe("a hostile document gets a fault, quickly, and nothing is thrown", { timeout: 20_000 }, () => {
  test.each<[what: string, xml: string]>([
    ["10 MB of words", inResponse("x".repeat(10_000_000))],
    ["10 MB of nothing", " ".repeat(10_000_000)],
    ["100,000 levels", `${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}`],
    ["as many levels as fit", `<Response>${filling("<p>", 30_000)}${filling("</p>", 30_000)}</Response>`],
    [
      "as many levels of speech as fit",
      inResponse(`<Say>${filling("<s>", 27_000)}x${filling("</s>", 36_000)}</Say>`),
    ],
    ["levels that never end", filling("<Say>")],
    ["ends without beginnings", inResponse(filling("</a>"))],
    ["a billion laughs", `<!DOCTYPE x [<!ENTITY l0 "ha">${LAUGHS}]><Response><Say>&l9;</Say></Response>`],
    [
      "a file from elsewhere",
      '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><Response>&f;</Response>',
    ],
    ["a DOCTYPE that never ends", `<!DOCTYPE x [${filling("<!ENTITY a 'b'>")}`],
    ["comments that begin and never end", inResponse(filling("<!--"))],
    ["CDATA that begins and never ends", inResponse(filling("<![CDATA["))],
    ["ampersands", inResponse(filling("&"))],
    ["one endless entity", inResponse(`&${"a".repeat(60_000)};`)],
    ["processing instructions", inResponse(filling("<?a b?>"))],
    ["a byte order mark", "\uFEFF<Response/>"],
    ["unknown verbs in great number", inResponse(filling("<Sya/>"))],
    ["one endless name", inResponse(`<${"S".repeat(60_000)}/>`)],
    ["one endless attribute", inResponse(`<Say ${"a".repeat(60_000)}="1">x</Say>`)],
    [
      "attributes in great number",
      inResponse(`<Say ${Array.from({ length: 5_000 }, (_, n) => `a${n}="1"`).join(" ")}>x</Say>`),
    ],
    [
      "voices in great number",
      inResponse(Array.from({ length: 1_500 }, (_, n) => `<Say voice="Polly.Joan${n}">x</Say>`).join("")),
    ],
    [
      "a list without end",
      inResponse(`<Dial><Number statusCallbackEvent="${filling("x ", 60_000)}">+14155550101</Number></Dial>`),
    ],
    ["an endless number", inResponse(`<Dial>${"1".repeat(60_000)}</Dial>`)],
    ["an endless SIP address", inResponse(`<Dial><Sip>sip:${filling("a@", 60_000)}</Sip></Dial>`)],
    ["an endless URL", inResponse(`<Redirect>https://${"a b".repeat(20_000)}</Redirect>`)],
    ["line breaks of every kind", `${filling("\r\n\r\n\n\r")}x`],
  ])("%s", (_what, xml) => {
    // Time of this process, since other tests share the machine.
    const before = process.cpuUsage();
    const faults = checkTwiml(xml);
    interpretTwiml(xml);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000, "milliseconds").toBeLessThan(2_000);
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) expect(fault.message.length).toBeLessThan(400);
  });
});

/** Pieces that go together into something like TwiML, and often into nonsense. */
const piece = fc.oneof(
  fc.constantFrom(
    "<Response>",
    "</Response>",
    "<Say>",
    "</Say>",
    "<Dial ",
    "timeout='",
    'action="',
    "'>",
    '">',
    "/>",
  ),
  fc.constantFrom(
    "<Gather",
    " numDigits='x'",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?x",
    "?>",
    "&",
    "&amp;",
    ";",
    "<!DOCTYPE",
    "\uFEFF",
  ),
  fc.string({ unit: "binary", maxLength: 5 }),
);
const document = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("")),
  fc.array(piece, { maxLength: 10 }).map((pieces) => inResponse(pieces.join(""))),
);

describe("whatever is written", { timeout: 20_000 }, () => {
  test("faults have a place inside the text, and a message that begins with it", () => {
    fc.assert(
      fc.property(document, (xml) => {
        const lines = xml.split(/\r\n|\r|\n/);
        for (const { line, column, message } of checkTwiml(xml)) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 2);
          expect(message.startsWith(`Line ${line}: `)).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("it is read as steps of which the last leaves the document, or not at all", () => {
    fc.assert(
      fc.property(document, (xml) => {
        const { steps, fault } = interpretTwiml(xml);
        expect(steps.length === 0).toBe(fault !== null);
        for (const step of steps) expect(describeStep(step)).toMatch(/^[A-Z].*[.!?”]$/s);
      }),
      { numRuns: 1_000 },
    );
  });
});
