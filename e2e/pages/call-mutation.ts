import { readFileSync } from "node:fs";
import type { APIResponse, Page } from "@playwright/test";
import { idle } from "@/app/_mutations/mutation-state";

interface Manifest {
  node: Record<string, { exportedName?: string; filename?: string }>;
}

const readManifest = (): Manifest =>
  JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));

/** Every function that the build lets a browser call. */
export const listMutations = (): { name: string; filename: string }[] =>
  Object.values(readManifest().node).flatMap(({ exportedName: name, filename }) =>
    name && filename ? [{ name, filename }] : [],
  );

/** The id under which the build serves a mutation. */
function idOf(name: string, filename: string): string {
  const found = Object.entries(readManifest().node).find(
    ([, reference]) => reference.exportedName === name && reference.filename === filename,
  );
  if (!found) throw new Error(`The build has no mutation “${name}” in ${filename}.`);
  return found[0];
}

/**
 * Sends a mutation as a browser's script would, past every form and button, with the cookies of the page. The form is
 * the mutation's second argument, after what `useActionState` last knew (React's encoding of a reply).
 */
export function callMutation(
  page: Pick<Page, "request">,
  { name, filename, at = "/" }: { name: string; filename: string; at?: string },
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<APIResponse> {
  // React reads the form when it meets the reference to it, so the form's own fields have to have come before.
  const multipart = new FormData();
  for (const [field, value] of Object.entries(fields)) multipart.append(`_1_${field}`, value);
  multipart.append("0", JSON.stringify([idle, "$K1"]));
  return page.request.post(at, {
    headers: { "next-action": idOf(name, filename), accept: "text/x-component", ...headers },
    multipart,
    maxRedirects: 0,
  });
}

/** Sends a function that a form asks while it is filled in: with its arguments, or with the form as the only one. */
export function askLookup(
  page: Pick<Page, "request">,
  { name, filename, at = "/" }: { name: string; filename: string; at?: string },
  given: readonly unknown[] | Readonly<Record<string, string>>,
): Promise<APIResponse> {
  const headers = { "next-action": idOf(name, filename), accept: "text/x-component" };
  if (isArguments(given)) {
    const data = JSON.stringify(given);
    return page.request.post(at, {
      headers: { ...headers, "content-type": "text/plain;charset=UTF-8" },
      data,
    });
  }
  const multipart = new FormData();
  for (const [field, value] of Object.entries(given)) multipart.append(`_1_${field}`, value);
  multipart.append("0", JSON.stringify(["$K1"]));
  return page.request.post(at, { headers, multipart });
}

const isArguments = (given: readonly unknown[] | object): given is readonly unknown[] => Array.isArray(given);
