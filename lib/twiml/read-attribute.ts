import type { HttpMethod } from "./call-step";
import { findAttribute, type TwimlElement } from "./twiml-tree";

/** A whole number, or the default where there is none: Twilio too warns about nonsense and goes on with the default. */
export function readNumber(element: TwimlElement, name: string, byDefault: number): number {
  const written = findAttribute(element, name) ?? "";
  return /^\d{1,9}$/.test(written) ? Number(written) : byDefault;
}

export function readBoolean(element: TwimlElement, name: string, byDefault: boolean): boolean {
  const written = findAttribute(element, name)?.toLowerCase();
  return written === "true" || (written !== "false" && byDefault);
}

export function readMethod(element: TwimlElement, name = "method"): HttpMethod {
  return findAttribute(element, name)?.toUpperCase() === "GET" ? "GET" : "POST";
}

/** Words with spaces between them. */
export function readList(element: TwimlElement, name: string): string[] {
  return (findAttribute(element, name) ?? "").split(/\s+/).filter((word) => word !== "");
}

/** An attribute that counts only if something is written in it. */
export function readText(element: TwimlElement, name: string): string | null {
  return findAttribute(element, name) || null;
}
