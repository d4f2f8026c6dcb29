import { SaxesParser } from "saxes";

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: XmlElement[];
}

/** The document as a strict XML parser reads it. Throws where it is not well-formed. */
export function readXml(xml: string): XmlElement {
  const top: XmlElement = { name: "", attributes: {}, text: "", children: [] };
  const open = [top];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, text: "", children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(xml).close();
  const [root] = top.children;
  if (!root) throw new Error("There is no element");
  return root;
}

/** Names of elements and attributes alone: what no value may change. */
export function skeletonOf({ name, attributes, children }: XmlElement): string {
  return `${name}[${Object.keys(attributes).join(" ")}](${children.map(skeletonOf).join(",")})`;
}

export function* everyElement(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* everyElement(child);
}

export function findElement(root: XmlElement, name: string): XmlElement {
  for (const element of everyElement(root)) if (element.name === name) return element;
  throw new Error(`There is no <${name}>`);
}
