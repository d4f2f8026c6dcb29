/** The request header in which proxy.ts hands the nonce on to the pages. */
export const nonceHeader = "x-nonce";

/** A value that nobody can guess, new for each answer (W3C, "Content Security Policy Level 3", 7.1). */
export const makeNonce = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));

/**
 * What a page may load and run: its own files, and scripts that carry the nonce or were loaded by one that does. Next.js
 * reads the nonce from this very text and puts it on its scripts.
 */
export function contentSecurityPolicy(
  nonce: string,
  { isDevelopment = false, formOrigins = [] }: { isDevelopment?: boolean; formOrigins?: string[] } = {},
): string {
  const directives = {
    "default-src": ["'self'"],
    // While developing, React rebuilds server errors with eval.
    "script-src": [`'nonce-${nonce}'`, "'strict-dynamic'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
    // And the overlay that shows them writes styles without a nonce, which "unsafe-inline" allows only if no nonce is named.
    "style-src": ["'self'", isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    // Style attributes, which server-rendered components write, can neither load anything nor run.
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
    // A recording that was just made is listened to before it is sent anywhere.
    "media-src": ["'self'", "blob:"],
    "object-src": ["'none'"],
    "base-uri": ["'none'"],
    // Signing in elsewhere begins with a form of ours whose answer leads there.
    "form-action": ["'self'", ...formOrigins],
    "frame-ancestors": ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, sources]) => [name, ...sources].join(" "))
    .join("; ");
}
