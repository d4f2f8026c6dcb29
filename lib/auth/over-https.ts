/**
 * Whether the browser asked over https, as far as the nearest proxy tells: Next.js says it itself where there is none. It
 * decides how cookies are named and whether they may travel in the clear, so both sides of next-auth have to ask here.
 */
export const isOverHttps = (headers: Headers): boolean =>
  headers.get("x-forwarded-proto")?.split(",")[0]?.trim() === "https";

/** A cookie with this prefix is taken from this very host alone, over https (RFC 6265bis, 4.1.3.2). */
export const hostPrefix = "__Host-";
