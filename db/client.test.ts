import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { neon } from "@neondatabase/serverless";
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { connect } from "./client";
import { sqlStateOf } from "./errors";

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

const databaseUrl = "postgres://a@ep-example-1.eu-central-1.aws.neon.tech/b";

function rows(text: string): string {
  const fields = [{ name: "value", dataTypeID: 25 }];
  return JSON.stringify({ fields, rows: [[text]], command: "SELECT", rowCount: 1, rowAsArray: true });
}

const stall: RequestListener = (_, response) => response.writeHead(200).write('{"fields":[');

test("two clients in one process speak to a place of their own each", async () => {
  const first = connect({
    databaseUrl,
    httpEndpoint: await listen((_, response) => response.end(rows("first"))),
  });
  const second = connect({
    databaseUrl,
    httpEndpoint: await listen((_, response) => response.end(rows("second"))),
  });
  const answers = [first, second, first].map((db) => db.$client.query("SELECT 1"));
  expect(await Promise.all(answers)).toEqual([
    [{ value: "first" }],
    [{ value: "second" }],
    [{ value: "first" }],
  ]);
});

test("without a place of its own, a client speaks to Neon, and keeps no answer", async () => {
  const fetch = vi.fn(async () => new Response(rows("neon")));
  vi.stubGlobal("fetch", fetch);
  expect(await connect({ databaseUrl }).$client`SELECT 1`).toEqual([{ value: "neon" }]);
  const url = "https://api.eu-central-1.aws.neon.tech/sql";
  expect(fetch).toHaveBeenCalledWith(url, expect.objectContaining({ cache: "no-store", method: "POST" }));
});

test("a client that was made without us is left as it is", async () => {
  const fetch = vi.fn(async () => new Response(rows("plain")));
  vi.stubGlobal("fetch", fetch);
  expect(await neon(databaseUrl)`SELECT 1`).toEqual([{ value: "plain" }]);
  expect(fetch).toHaveBeenCalledWith(
    expect.any(String),
    expect.not.objectContaining({ signal: expect.anything() }),
  );
});

describe("the time limit", () => {
  const timeoutMilliseconds = 300;

  async function secondsToFail(answer: RequestListener, isBatch: boolean) {
    const db = connect({ databaseUrl, httpEndpoint: await listen(answer), timeoutMilliseconds });
    const query = db.execute(sql`SELECT 1`);
    const start = performance.now();
    const error: unknown = await (isBatch ? db.batch([query]) : query).catch((error: unknown) => error);
    return { error, milliseconds: performance.now() - start };
  }

  test.each([
    ["no answer comes", () => {}, false],
    ["no answer comes to a batch", () => {}, true],
    ["an answer stalls after its headers", stall, false],
    ["an answer to a batch stalls", stall, true],
  ] as const)("ends a request when %s", async (_, answer, isBatch) => {
    const { error, milliseconds } = await secondsToFail(answer, isBatch);
    expect(error).toBeInstanceOf(Error);
    expect(sqlStateOf(error)).toBeNull();
    expect(milliseconds).toBeGreaterThan(timeoutMilliseconds - 10);
    expect(milliseconds).toBeLessThan(timeoutMilliseconds + 1_500);
  });

  test("is each request's own", async () => {
    const answer: RequestListener = (_, response) => sleep(200).then(() => response.end(rows("slow")));
    const db = connect({ databaseUrl, httpEndpoint: await listen(answer), timeoutMilliseconds: 500 });
    for (let time = 0; time < 4; time++) expect(await db.$client`SELECT 1`).toEqual([{ value: "slow" }]);
  });
});
