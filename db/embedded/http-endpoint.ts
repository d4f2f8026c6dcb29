import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Leases } from "./leases";
import { PostgresError } from "./postgres-error";
import { readBody } from "./read-body";
import type { Session } from "./session";
import { BadRequestError, readSqlRequest } from "./sql-request";

export const serviceName = "switchboard embedded database";

const longestBodyBytes = 10 * 1024 * 1024;
/** Longer than a client keeps an idle connection, so that it never sends into one that is closing. */
const keepAliveMilliseconds = 65_000;
/** A foreign web page whose name was made to point here sends its own name. */
const ourHosts = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

type EndpointState = "starting" | "ready" | "closing";

export interface Endpoint {
  readonly port: number;
  readonly leases: Leases;
  serve(session: Session): void;
  stopServing(): void;
  close(): Promise<void>;
}

/** Listens on this machine alone. Until `serve` is called it only says who it is. */
export async function openEndpoint(instanceId: string, port: number): Promise<Endpoint> {
  let state: EndpointState = "starting";
  let session: Session | null = null;
  const leases = new Leases();

  const routes: Record<string, Record<string, Handler>> = {
    "/sql": {
      POST: async (request, response) => {
        if (session === null) return reply(response, 503, { message: `The embedded database is ${state}` });
        const body = await readBody(request, longestBodyBytes);
        if (body === null) {
          return reply(response, 413, { message: `A request may have ${longestBodyBytes} bytes` });
        }
        const sql = readSqlRequest(request.headers, body);
        const results = await session.run(sql);
        reply(response, 200, sql.begin === null ? results[0] : { results });
      },
    },
    "/health": {
      GET: (_, response) =>
        reply(response, 200, { service: serviceName, instanceId, pid: process.pid, state }),
    },
    "/lease": {
      GET: (_, response) =>
        state === "closing"
          ? reply(response, 503, { message: "The embedded database is closing" })
          : leases.hold(response),
    },
  };

  const server = createServer({ keepAliveTimeout: keepAliveMilliseconds }, (request, response) => {
    respond(routes, request, response).catch((error: unknown) => replyToError(response, error));
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");

  return {
    port: (server.address() as AddressInfo).port,
    leases,
    serve(opened) {
      session = opened;
      state = "ready";
    },
    stopServing() {
      session = null;
      state = "closing";
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

async function respond(
  routes: Record<string, Record<string, Handler>>,
  request: IncomingMessage,
  response: ServerResponse,
) {
  if (!ourHosts.test(request.headers.host ?? "")) {
    return reply(response, 403, { message: "The embedded database serves this machine alone" });
  }
  const path = request.url?.split("?")[0] ?? "";
  const methods = Object.hasOwn(routes, path) ? routes[path] : undefined;
  if (methods === undefined)
    return reply(response, 404, { message: `There is nothing at ${path}; SQL is at /sql` });
  const handle = methods[request.method ?? ""];
  if (handle === undefined) {
    const allowed = Object.keys(methods).join(", ");
    response.setHeader("allow", allowed);
    return reply(response, 405, { message: `${path} takes ${allowed}` });
  }
  await handle(request, response);
}

function replyToError(response: ServerResponse, error: unknown) {
  if (error instanceof PostgresError) return reply(response, 400, error.fields);
  if (error instanceof BadRequestError) return reply(response, 400, { message: error.message });
  reply(response, 500, { message: error instanceof Error ? error.message : String(error) });
}

function reply(response: ServerResponse, status: number, answer: unknown) {
  const body = JSON.stringify(answer);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
  });
  response.end(body);
}
