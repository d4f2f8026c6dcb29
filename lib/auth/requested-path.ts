/** The request header in which proxy.ts tells pages their own path and query: Next.js has no other way to ask. */
export const requestedPathHeader = "x-requested-path";
