import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What happens to a request on its way to the database. */
export type Fault =
  | "none"
  /** The connection is refused in mid-request. */
  | "down"
  /** Nothing is ever answered. */
  | "hanging"
  /** The answer comes, three seconds late. */
  | "slow"
  /** 500, as from a proxy that has lost its back end. */
  | "failing"
  /** Half of the answer, and then the connection ends. */
  | "cut"
  /** 200 with something that is not what a database answers. */
  | "garbled";

const slowMilliseconds = 3000;

interface SentStatement {
  query: string;
  params?: unknown[];
}

export interface PassedRequest {
  statements: string[];
  /** Of each statement, as they were sent. */
  parameters: unknown[][];
  /** Of the bodies, both ways. */
  bytes: { sent: number; answered: number };
}

export interface FaultProxy {
  /** Where to send what should have gone to the target. */
  endpoint: string;
  /** From the next request on. */
  setFault(fault: Fault): void;
  /** The statements that have passed since the last call of this, in order; a batch is one entry of several. */
  takeRequests(): PassedRequest[];
  /** Told of each request that is over, however it went. */
  onAnswered(listener: (request: PassedRequest) => void): void;
  close(): Promise<void>;
}

/** A place between the app and its database where things can be made to go wrong, and where what passes is counted. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  let fault: Fault = "none";
  let requests: PassedRequest[] = [];
  const listeners: ((request: PassedRequest) => void)[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const body = await readAll(incoming);
    const sent = JSON.parse(body.toString()) as SentStatement | { queries: SentStatement[] };
    const statements = "queries" in sent ? sent.queries : [sent];
    const request = {
      statements: statements.map(({ query }) => query),
      parameters: statements.map(({ params }) => params ?? []),
      bytes: { sent: body.length, answered: 0 },
    };
    requests.push(request);
    request.bytes.answered = await answer(fault, target, incoming, body, outgoing);
    for (const listener of listeners) listener(request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}${new URL(target).pathname}`,
    setFault: (next) => {
      fault = next;
    },
    takeRequests: () => {
      const taken = requests;
      requests = [];
      return taken;
    },
    onAnswered: (listener) => {
      listeners.push(listener);
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** How many bytes the target answered with. */
async function answer(
  fault: Fault,
  target: string,
  incoming: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
): Promise<number> {
  switch (fault) {
    case "down":
      incoming.socket.destroy();
      return 0;
    case "hanging":
      return 0;
    case "failing":
      outgoing.writeHead(500).end("Internal Server Error");
      return 0;
    case "garbled":
      outgoing.writeHead(200, { "content-type": "application/json" }).end('{"rows": 7}');
      return 0;
  }
  const { status, headers, text } = await forward(target, incoming, body);
  if (fault === "slow") await new Promise((resolve) => setTimeout(resolve, slowMilliseconds));
  outgoing.writeHead(status, {
    "content-type": headers["content-type"] ?? "application/json",
    "content-length": text.length,
  });
  if (fault === "cut") {
    outgoing.write(text.subarray(0, text.length / 2), () => incoming.socket.destroy());
  } else {
    outgoing.end(text);
  }
  return text.length;
}

function forward(target: string, incoming: IncomingMessage, body: Buffer) {
  return new Promise<{ status: number; headers: IncomingMessage["headers"]; text: Buffer }>(
    (resolve, reject) => {
      const { host: _, ...headers } = incoming.headers;
      const onward = httpRequest(target, { method: incoming.method ?? "POST", headers }, async (response) => {
        resolve({
          status: response.statusCode ?? 502,
          headers: response.headers,
          text: await readAll(response),
        });
      });
      onward.on("error", reject);
      onward.end(body);
    },
  );
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
