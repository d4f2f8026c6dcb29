import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import type { Fault, ToldFault } from "./fault";
import { syntaxFaultAt } from "./read-file";

/** Where in the text each fault is, in words and by its line. */
export function tellFaults(text: string, faults: readonly Fault[]): ToldFault[] {
  const tree = treeOf(text);
  return faults.map(({ path, message }) => ({
    place: tree ? placeInWords(tree, path) : "",
    line: lineAt(text, tree && path.length > 0 ? nearestNode(tree, path).offset : syntaxFaultAt(text)),
    message,
  }));
}

function treeOf(text: string): Node | null {
  try {
    JSON.parse(text);
    return parseTree(text) ?? null;
  } catch {
    // No JSON, or brackets within brackets without end.
    return null;
  }
}

/** What is missing stands in whatever should have it. */
function nearestNode(tree: Node, path: Fault["path"]): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    // A key and its value: the line of the key.
    if (node) return node.parent?.type === "property" ? node.parent : node;
  }
  return tree;
}

const lineAt = (text: string, offset: number | null): number | null =>
  offset === null ? null : text.slice(0, offset).split("\n").length;

/** “schedules › Office hours › windows 2 › closes at”. Things that have a name are called by it. */
function placeInWords(tree: Node, path: Fault["path"]): string {
  const words: string[] = [];
  for (const [at, step] of path.entries()) {
    if (typeof step === "string") words.push(spaced(step));
    else {
      const called = at === 1 ? nameOf(findNodeAtLocation(tree, path.slice(0, 2))) : null;
      if (called === null) words.push(`${words.pop() ?? ""} ${step + 1}`.trim());
      else words.push(called);
    }
  }
  return words.join(" › ");
}

function nameOf(node: Node | undefined): string | null {
  for (const key of ["name", "number", "fileName"]) {
    const value: unknown = node && findNodeAtLocation(node, [key])?.value;
    if (typeof value === "string" && value.trim()) return value.trim().slice(0, 80);
  }
  return null;
}

/** "opensAt" → "opens at" */
const spaced = (key: string): string =>
  key.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
