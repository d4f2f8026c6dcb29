/** Where in a document a stretch of template text ends. */
export interface Place {
  kind: "text" | "tag" | "attribute" | "capture";
  /** The open elements, outermost first; within a tag its own is the last. */
  path: readonly string[];
  /** Whether nothing has been written yet, so that an XML declaration may still come. */
  isBlank: boolean;
  /** Whether the one outermost element has begun. */
  hasRoot: boolean;
  /** In a tag: the attributes that it may have so far. */
  attributes: ReadonlySet<string>;
  /** In a tag: whether there is white space, as there must be before an attribute. */
  isSpaced: boolean;
  /** In an attribute's value: whose, and the quote that will end it. */
  attribute: string;
  quote: string;
}

const noAttributes = { attributes: new Set<string>(), isSpaced: false, attribute: "", quote: "" };

export const startOfDocument: Place = {
  kind: "text",
  path: [],
  isBlank: true,
  hasRoot: false,
  ...noAttributes,
};

/** Between `capture` and `endcapture`, where there is text only. */
export const captured: Place = { ...startOfDocument, kind: "capture" };

export function afterTag(place: Place, path: readonly string[]): Place {
  return { ...place, kind: "text", path, ...noAttributes };
}

/** One place for two ways of getting there, with what holds on either; or null where the markup goes on differently. */
export function joinPlaces(one: Place, other: Place): Place | null {
  const isSame =
    one.kind === other.kind &&
    one.hasRoot === other.hasRoot &&
    one.attribute === other.attribute &&
    one.quote === other.quote &&
    one.path.join(" ") === other.path.join(" ");
  if (!isSame) return null;
  return {
    ...one,
    isBlank: one.isBlank && other.isBlank,
    attributes: new Set([...one.attributes, ...other.attributes]),
    isSpaced: one.isSpaced && other.isSpaced,
  };
}

export function describePlace({ kind, path, attribute }: Place): string {
  const element = path.at(-1);
  if (!element) return "outside every element";
  if (kind === "attribute") return `in the value of ${attribute} of <${element}>`;
  return kind === "tag" ? `within the tag <${element}>` : `inside <${element}>`;
}
