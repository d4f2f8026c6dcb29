import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { neon, neonConfig } from "@neondatabase/serverless";
import { afterEach, describe, expect, test, vi } from "vitest";
import { connect } from "./client";
import { openStatementClient } from "./sql-over-http";

const servers: Server[] = [];

afterEach(() => {
  vi.unstubAllGlobals();
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  servers.push(server);
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/sql`;
}

/** With a password that goes into no header as it is. */
const databaseUrl = "postgres://a:pässword^1@ep-example-1.eu-central-1.aws.neon.tech/c";
const timeoutMilliseconds = 300;

const setup = {
  fields: [
    { name: "setup", dataTypeID: 114 },
    { name: "words", dataTypeID: 25 },
    { name: "nothing", dataTypeID: 3802 },
  ],
  rows: [['{"name":"Alder & Finch","hours":[1,null]}', "7", null]],
  command: "SELECT",
  rowCount: 1,
  rowAsArray: true,
};

const answering =
  (body: unknown, status = 200): RequestListener =>
  (_, response) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

async function ask(answer: RequestListener) {
  const client = openStatementClient({
    databaseUrl,
    httpEndpoint: await listen(answer),
    timeoutMilliseconds,
  });
  return client.$client.query("select $1", ["a"]);
}

describe("openStatementClient", () => {
  test("sends what Neon's own driver sends, and reads what it reads", async () => {
    const sent: { headers: IncomingMessage["headers"]; body: unknown }[] = [];
    const httpEndpoint = await listen(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      sent.push({ headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString()) });
      response.end(JSON.stringify(setup));
    });
    const parameters = ["+14155550123", 'a "quoted"\nline', null];
    const ours = openStatementClient({ databaseUrl, httpEndpoint, timeoutMilliseconds });
    const theirs = connect({ databaseUrl, httpEndpoint });
    for (let time = 0; time < 2; time += 1) {
      const rows = await ours.$client.query("select $1, $2, $3", parameters);
      expect(rows).toEqual(await theirs.$client.query("select $1, $2, $3", parameters));
    }
    const [own, neons] = sent;
    expect(own?.body).toEqual(neons?.body);
    for (const name of ["neon-raw-text-output", "neon-array-mode"]) {
      expect(own?.headers[name]).toBe(neons?.headers[name]);
    }
    const named = /[?&]application_name=[^&]*/;
    expect(own?.headers["neon-connection-string"]).toBe(
      neons?.headers["neon-connection-string"]?.toString().replace(named, ""),
    );
  });

  test.each([
    "postgres://a:b@ep-example-1.eu-central-1.aws.neon.tech/c",
    "postgresql://a:b@ep-example-1-pooler.c-2.us-east-1.aws.neon.tech:5432/c?sslmode=require",
  ])("speaks to the place that Neon's driver finds for %s", async (url) => {
    const fetch = vi.fn(async (_: string, __: RequestInit) => new Response(JSON.stringify(setup)));
    vi.stubGlobal("fetch", fetch);
    await openStatementClient({ databaseUrl: url, timeoutMilliseconds }).$client.query("select 1", []);
    const { fetchFunction } = neonConfig;
    neonConfig.fetchFunction = fetch;
    await neon(url)`select 1`;
    neonConfig.fetchFunction = fetchFunction;
    const [ours, theirs] = fetch.mock.calls.map(([place]) => place);
    expect(ours).toBe(theirs);
  });

  test("passes by a fetch that Next.js has put before the runtime's", async () => {
    const original = vi.fn(async () => new Response(JSON.stringify(setup)));
    vi.stubGlobal("fetch", Object.assign(vi.fn(), { _nextOriginalFetch: original }));
    const client = openStatementClient({ databaseUrl, timeoutMilliseconds });
    expect(await client.$client.query("select 1", [])).toHaveLength(1);
    expect(original).toHaveBeenCalledOnce();
  });

  test("says what Postgres refused, with its code", async () => {
    const refusal = { message: 'relation "x" does not exist', code: "42P01", detail: null };
    await expect(ask(answering(refusal, 400))).rejects.toThrow('relation "x" does not exist (42P01)');
  });

  test.each([
    ["a proxy that has lost its back end", answering("Bad gateway", 502), /502/],
    ["an answer that is none of a database's", answering({ rows: 7 }), TypeError],
    ["half of an answer", ((_, response) => response.end('{"fields":[')) as RequestListener, SyntaxError],
  ])("throws at %s", async (_, answer, error) => {
    await expect(ask(answer)).rejects.toThrow(error);
  });

  test.each([
    ["no answer comes", (() => {}) as RequestListener],
    [
      "an answer stalls after its headers",
      ((_, response) => response.writeHead(200).write('{"fields":[')) as RequestListener,
    ],
  ])("gives up at its time limit when %s", async (_, answer) => {
    const started = performance.now();
    await expect(ask(answer)).rejects.toThrow();
    const milliseconds = performance.now() - started;
    expect(milliseconds).toBeGreaterThan(timeoutMilliseconds - 10);
    expect(milliseconds).toBeLessThan(timeoutMilliseconds + 1500);
  });

  test("gives each request a time of its own", async () => {
    const httpEndpoint = await listen((_, response) =>
      sleep(200).then(() => response.end(JSON.stringify(setup))),
    );
    const { $client } = openStatementClient({ databaseUrl, httpEndpoint, timeoutMilliseconds });
    for (let time = 0; time < 3; time += 1) expect(await $client.query("select 1", [])).toHaveLength(1);
  });
});
