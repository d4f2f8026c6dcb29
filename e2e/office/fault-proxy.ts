import { createServer, request as httpRequest, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { answerWith, type Fault, readAll, type WholeAnswer } from "../faults/fault";

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
  /** From the next request on, or from the one after that many have passed: what comes before it goes as usual. */
  setFault(fault: Fault | "none", options?: { after?: number }): void;
  /** Whether the fault has met anything since it was set. */
  hasStruck(): boolean;
  /** The statements that have passed since the last call of this, in order; a batch is one entry of several. */
  takeRequests(): PassedRequest[];
  /** Told of each request that is over, however it went. */
  onAnswered(listener: (request: PassedRequest) => void): void;
  close(): Promise<void>;
}

/** A place between the app and its database where things can be made to go wrong, and where what passes is counted. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  let fault: Fault | "none" = "none";
  let toPass = 0;
  let hasStruck = false;
  let requests: PassedRequest[] = [];
  const listeners: ((request: PassedRequest) => void)[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const body = await readAll(incoming);
    const request = statementsOf(body);
    requests.push(request);
    const isSpared = fault === "none" || toPass > 0;
    if (isSpared) toPass -= 1;
    else hasStruck = true;
    await answerWith(isSpared ? "none" : fault, { incoming, outgoing }, async () => {
      const whole = await forward(target, incoming, body);
      request.bytes.answered = whole.body.length;
      return whole;
    });
    for (const listener of listeners) listener(request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}${new URL(target).pathname}`,
    setFault: (next, { after = 0 } = {}) => {
      fault = next;
      toPass = after;
      hasStruck = false;
    },
    hasStruck: () => hasStruck,
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

/** What a request of Neon's HTTP protocol asks: one statement, or a batch. */
function statementsOf(body: Buffer): PassedRequest {
  const sent = JSON.parse(body.toString()) as SentStatement | { queries: SentStatement[] };
  const statements = "queries" in sent ? sent.queries : [sent];
  return {
    statements: statements.map(({ query }) => query),
    parameters: statements.map(({ params }) => params ?? []),
    bytes: { sent: body.length, answered: 0 },
  };
}

function forward(target: string, incoming: IncomingMessage, body: Buffer): Promise<WholeAnswer> {
  return new Promise((resolve, reject) => {
    const { host: _, ...headers } = incoming.headers;
    const onward = httpRequest(target, { method: incoming.method ?? "POST", headers }, async (response) => {
      resolve({
        status: response.statusCode ?? 502,
        headers: { "content-type": response.headers["content-type"] ?? "application/json" },
        body: await readAll(response),
      });
    });
    onward.on("error", reject);
    onward.end(body);
  });
}
