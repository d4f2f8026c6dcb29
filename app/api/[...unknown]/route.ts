/**
 * Whatever is asked here that is none of our routes, an address that cannot be decoded among them: see `next.config.ts`. Left
 * to the pages, a POST of another content type would be taken for a form of React's, and end in a 500.
 */
const nothing = (): Response =>
  new Response("There is nothing at this address.\n", {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

export const GET = nothing;
export const POST = nothing;
export const PUT = nothing;
export const PATCH = nothing;
export const DELETE = nothing;
