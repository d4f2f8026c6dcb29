export const runtime = "edge";

/** Whether the app is up at all: asks nothing of anything else. The bench also takes it as the least that an answer costs. */
export function GET(): Response {
  return new Response("ok\n", {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
