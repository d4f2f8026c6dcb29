import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

/** What can go wrong with a request to somebody outside: the database, or Twilio's REST API. */
export const faults = [
  /** The connection ends before anything is answered. */
  "down",
  /** Nothing is ever answered. */
  "hanging",
  /** The answer comes, three seconds late. */
  "slow",
  /** 500, as from a proxy that has lost its back end. */
  "failing",
  /** 429: more has been asked in this second than is allowed. */
  "limited",
  /** Done as asked; half of the answer comes, and then the connection ends. */
  "cut",
  /** 200 with a page for people, as a proxy shows one during maintenance. */
  "garbled",
  /** 200 with JSON of another shape. */
  "misshapen",
] as const;

export type Fault = (typeof faults)[number];

const slowMilliseconds = 3000;

export interface WholeAnswer {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

const html = { "content-type": "text/html; charset=utf-8" };
const json = { "content-type": "application/json" };

/** Source: Twilio, "API responses", 429; Neon answers its own the same way, and nobody reads the body there. */
const tooMany = {
  code: 20429,
  message: "Too Many Requests",
  more_info: "https://www.twilio.com/docs/errors/20429",
  status: 429,
};

/** Answers a request with a fault, or as `pass` does. What is down, hanging, failing or limited has done nothing. */
export async function answerWith(
  fault: Fault | "none",
  { incoming, outgoing }: { incoming: IncomingMessage; outgoing: ServerResponse },
  pass: () => WholeAnswer | Promise<WholeAnswer>,
): Promise<void> {
  switch (fault) {
    case "down":
      incoming.socket.destroy();
      return;
    case "hanging":
      return;
    case "failing":
      outgoing.writeHead(500, { "content-type": "text/plain" }).end("Internal Server Error");
      return;
    case "limited":
      outgoing.writeHead(429, { ...json, "retry-after": "1" }).end(JSON.stringify(tooMany));
      return;
    case "garbled":
      outgoing.writeHead(200, html).end("<!doctype html><title>Maintenance</title>");
      return;
    case "misshapen":
      outgoing.writeHead(200, json).end('{"rows": 7}');
      return;
  }
  const { status, headers, body } = await pass();
  if (fault === "slow") await wait(slowMilliseconds);
  const isBodiless = status === 204 || status === 304;
  outgoing.writeHead(status, { ...headers, ...(!isBodiless && { "content-length": body.length }) });
  if (fault !== "cut") outgoing.end(body);
  // Nothing has been sent of a head without a body until it ends.
  else if (body.length < 2) incoming.socket.destroy();
  else outgoing.write(body.subarray(0, body.length / 2), () => incoming.socket.destroy());
}

export async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
