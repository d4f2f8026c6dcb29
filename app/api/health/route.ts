export const runtime = "edge";

const answer = (): Response =>
  new Response("ok\n", {
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });

/** Whether the app is up at all: asks nothing of anything else. */
export const GET = answer;

/** The same to a POST, as some monitors send: the least that a request like Twilio's costs, for the bench to compare. */
export const POST = answer;
