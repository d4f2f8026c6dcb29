import type { APIResponse } from "@playwright/test";

/** Where an answer leads: by its head, or, once a page has begun to be sent, by what Next.js writes into it. */
export function leadsTo(answer: APIResponse, body: string): string | null {
  const { location } = answer.headers();
  if (location !== undefined) return location;
  const written = /<meta[^>]+http-equiv="refresh"[^>]+url=([^"]+)"/i.exec(body)?.[1];
  return written?.replaceAll("&amp;", "&") ?? null;
}

/** A policy, directive by directive. */
export const directivesOf = (policy: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    policy.split(";").map((directive) => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      return [name, sources] as const;
    }),
  );

/** What React writes into a form of a mutation that only a script can send; the policy would stop it if it were run. */
const reactsOwn = "javascript:throw new Error(&#x27;React form unexpectedly submitted.&#x27;)";

/** What a page's HTML would run that its policy should not have to stop. */
export function faultsOfHtml(whole: string, nonce: string): string[] {
  const html = whole.replaceAll(reactsOwn, "");
  const tags =
    html.match(/<[a-z][^\s/>]*(?:\s+[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*\s*\/?>/gi) ?? [];
  return tags.flatMap((tag) => {
    const names = [...tag.matchAll(/\s([^\s"'>/=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?/g)].map(
      ([, name = ""]) => name.toLowerCase(),
    );
    const isScript = /^<script\b/i.test(tag);
    return [
      ...(isScript && !tag.includes(`nonce="${nonce}"`) ? [`a script without the nonce: ${tag}`] : []),
      ...(/^<style\b/i.test(tag) && !tag.includes(`nonce="${nonce}"`)
        ? [`a style without the nonce: ${tag}`]
        : []),
      ...(names.some((name) => name.startsWith("on")) ? [`a handler in the markup: ${tag}`] : []),
      ...(/\s(href|src|action|formaction)\s*=\s*["']?\s*javascript:/i.test(tag)
        ? [`a script as an address: ${tag}`]
        : []),
      ...(/^<(iframe|object|embed|base)\b/i.test(tag) ? [`what no page needs: ${tag}`] : []),
    ];
  });
}

/** Does something for each, a few at a time: a server answers several as soon as one. */
export async function inGroups<Item>(
  items: readonly Item[],
  run: (item: Item) => Promise<void>,
  size = 8,
): Promise<void> {
  for (let at = 0; at < items.length; at += size) {
    await Promise.all(items.slice(at, at + size).map(run));
  }
}
