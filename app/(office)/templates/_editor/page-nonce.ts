/**
 * The nonce of the policy that this document came with, from a script that carries it. Browsers show it to scripts that
 * run already, and to nothing else: so it need not travel in the page's data, where it could be read, and it is the
 * right one after any number of pages that were loaded into the same document.
 */
export function pageNonce(): string {
  return document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
}
