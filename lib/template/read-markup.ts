import { forbiddenAt } from "./escape-xml";
import { afterTag, type Place } from "./place";

const name = "[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?";
const space = "[ \\t\\r\\n]";
const patterns = {
  blanks: new RegExp(`${space}+`, "y"),
  tagEnd: /\/?>/y,
  attributeStart: new RegExp(`(${name})${space}*=${space}*(["'])`, "y"),
  openingTag: new RegExp(`<(${name})`, "y"),
  closingTag: new RegExp(`</(${name})${space}*>`, "y"),
  comment: /<!--(?:(?!--).)*-->/sy,
  characterData: /<!\[CDATA\[.*?\]\]>/sy,
  declaration: new RegExp(
    `<\\?xml${space}+version=(["'])1\\.0\\1(?:${space}+encoding=(["'])[Uu][Tt][Ff]-8\\2)?${space}*\\?>`,
    "y",
  ),
};

/** An `&` with what makes a reference of it. */
const ampersand = /&(?:(?:amp|lt|gt|quot|apos);|#(\d{1,7});|#x([\da-fA-F]{1,6});)?/g;

/** More than any TwiML has; they keep what is copied for each step short. */
const mostOpenElements = 20;
const mostAttributes = 40;

/** Takes what a pattern finds at the present place and moves on behind it; or null, and stays. */
type Take = (pattern: RegExp) => RegExpExecArray | null;

/**
 * Reads a stretch of the template's own text on from a place, and gives the place where it ends. Comments, CDATA,
 * names and the quote that begins a value must be whole within the stretch, so no placeholder can stand inside one.
 *
 * @param complain is called with the offset of what is wrong, and throws.
 */
export function readMarkup(
  from: Place,
  text: string,
  complain: (offset: number, message: string) => never,
): Place {
  if (from.kind === "capture") return readCaptured(from, text, complain);
  let place = from;
  let at = 0;
  const take: Take = (pattern) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at += match[0].length;
    return match;
  };

  while (at < text.length) {
    const here = at;
    const complainHere = (message: string) => complain(here, message);
    if (place.kind === "tag") {
      place = readInTag(place, take, complainHere);
    } else if (place.kind === "text" && text[at] === "<") {
      place = { ...readFromLessThan(place, take, complainHere), isBlank: false };
    } else {
      const end = text.indexOf(place.kind === "text" ? "<" : place.quote, at);
      const plain = text.slice(at, end === -1 ? text.length : end);
      checkPlain(place, plain, (offset, message) => complain(at + offset, message));
      at += plain.length;
      if (place.kind === "attribute" && at < text.length) {
        place = { ...place, kind: "tag", isSpaced: false, attribute: "", quote: "" };
        at += 1;
      }
    }
  }
  return place;
}

function readInTag(place: Place, take: Take, complain: (message: string) => never): Place {
  const element = place.path.at(-1) ?? "";
  if (take(patterns.blanks)) return { ...place, isSpaced: true };
  const end = take(patterns.tagEnd);
  if (end) return afterTag(place, end[0] === "/>" ? place.path.slice(0, -1) : place.path);
  if (!place.isSpaced) return complain(`A space is missing in the tag <${element}>.`);
  const start = take(patterns.attributeStart);
  if (!start) {
    return complain(`In <${element}> an attribute is written name="value", its name without placeholders.`);
  }
  const [, attribute = "", quote = ""] = start;
  if (place.attributes.size >= mostAttributes) return complain(`<${element}> has too many attributes.`);
  if (place.attributes.has(attribute)) {
    return complain(
      `<${element}> could get ${attribute} twice. Choose its value with {% if %} and {% else %}.`,
    );
  }
  return {
    ...place,
    kind: "attribute",
    attributes: new Set([...place.attributes, attribute]),
    attribute,
    quote,
  };
}

function readFromLessThan(place: Place, take: Take, complain: (message: string) => never): Place {
  const element = place.path.at(-1);
  const closing = take(patterns.closingTag);
  if (closing) {
    if (closing[1] === element) return { ...place, path: place.path.slice(0, -1) };
    return complain(
      `</${closing[1]}> stands where ${element ? `</${element}> must come first` : "nothing is open"}.`,
    );
  }
  const opening = take(patterns.openingTag);
  if (opening) {
    if (place.hasRoot && !element) {
      return complain("One element holds all others, and here it is closed already.");
    }
    if (place.path.length >= mostOpenElements) return complain("Too many elements stand within each other.");
    return { ...place, kind: "tag", hasRoot: true, path: [...place.path, opening[1] ?? ""] };
  }
  const isPassed =
    take(patterns.comment) ??
    (element ? take(patterns.characterData) : null) ??
    (place.isBlank ? take(patterns.declaration) : null);
  if (isPassed) return place;
  return complain(
    "This < begins no tag that can be read. In a text it is written &lt;. Names of tags, comments and CDATA cannot hold placeholders.",
  );
}

/** A bare `>` is legal after most texts, but not after `]]`, which a value before it could end with. */
function checkPlain(place: Place, plain: string, complain: (offset: number, message: string) => never): void {
  const isOutside = place.kind === "text" && place.path.length === 0;
  const wrong = plain.search(isOutside ? /[^ \t\r\n]/ : place.kind === "text" ? />/ : /</);
  if (wrong !== -1) {
    if (isOutside) complain(wrong, "Text stands outside <Response>.");
    if (place.kind === "text") complain(wrong, "In a text > is written &gt;.");
    complain(
      wrong,
      `The value of ${place.attribute} is not closed before this <. In a value it is written &lt;.`,
    );
  }
  for (const match of plain.matchAll(ampersand)) {
    const [whole, decimal, hexadecimal] = match;
    const code = Number(decimal ?? (hexadecimal ? `0x${hexadecimal}` : 32));
    if (whole === "&") complain(match.index, "In a text & is written &amp;.");
    if (code > 0x10ffff || forbiddenAt(String.fromCodePoint(code)) !== -1) {
      complain(match.index, `${whole} is a character that XML forbids.`);
    }
  }
}

function readCaptured(
  place: Place,
  text: string,
  complain: (offset: number, message: string) => never,
): Place {
  const markup = text.search(/<|&(?:[a-z]+|#\w+);/i);
  if (markup === -1) return place;
  return complain(
    markup,
    "A capture holds text only: no tags, and & for &amp;. It is made safe where it is printed.",
  );
}
