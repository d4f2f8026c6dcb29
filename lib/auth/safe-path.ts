/** Any origin that is not ours: what leads away from it would lead away from ours. */
const origin = "https://switchboard.invalid";

const controlOrBackslash = /[\p{Cc}\\]/u;

/**
 * Where to go after signing in: a path of this app, or "/" for anything that could lead elsewhere. Browsers read
 * "//host" and "/\host" as another host, and drop tabs and line breaks before they look. The sign-in page itself and
 * the API are no places to arrive at.
 */
export function safePath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith("/") || controlOrBackslash.test(wanted) || !URL.canParse(wanted, origin))
    return "/";
  const url = new URL(wanted, origin);
  const isElsewhere = url.origin !== origin || url.pathname.startsWith("//");
  const isNoPage = url.pathname === "/sign-in" || /^\/api(\/|$)/.test(url.pathname);
  return isElsewhere || isNoPage ? "/" : url.pathname + url.search + url.hash;
}
