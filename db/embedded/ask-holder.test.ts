import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, createServer, type Server } from "node:net";
import { hostname } from "node:os";
import { afterEach, expect, test } from "vitest";
import { askHolder } from "./ask-holder";
import { openEndpoint } from "./http-endpoint";
import type { Holder } from "./lock-file";

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const here = { instanceId: randomUUID(), pid: process.pid, machine: hostname() };

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closers.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const port = await listen(createServer());
  await closers.pop()?.();
  return port;
}

async function ownEndpoint(instanceId: string): Promise<Holder & { stopServing(): void }> {
  const endpoint = await openEndpoint(instanceId, 0);
  closers.push(() => endpoint.close());
  return { ...here, instanceId, port: endpoint.port, stopServing: endpoint.stopServing };
}

test("a holder that answers is what it says it is", async () => {
  const holder = await ownEndpoint(here.instanceId);
  expect(await askHolder(holder)).toBe("starting");
  holder.stopServing();
  expect(await askHolder(holder)).toBe("closing");
});

test("a holder whose process is no more is gone", async () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  expect(await askHolder({ ...here, pid, port: await freePort() })).toBe("gone");
});

test("a holder is gone when its process id belongs to a program that does not answer at the port", async () => {
  expect(await askHolder({ ...here, port: await freePort() })).toBe("gone");
});

test("a holder is gone when another program answers at its port", async () => {
  const port = await listen(createHttpServer((_, response) => response.end("<p>Hello</p>")));
  expect(await askHolder({ ...here, port })).toBe("gone");
});

test("a holder is gone when a later instance of ours answers at its port", async () => {
  const later = await ownEndpoint(randomUUID());
  expect(await askHolder({ ...later, instanceId: here.instanceId })).toBe("gone");
});

test("a holder that takes the call and says nothing may be busy", async () => {
  const port = await listen(createServer());
  expect(await askHolder({ ...here, port })).toBe("silent");
});

test("a holder on another machine cannot be asked", async () => {
  const { pid } = spawnSync(process.execPath, ["--version"]);
  const elsewhere = { ...here, pid, machine: "a container" };
  expect(await askHolder({ ...elsewhere, port: await freePort() })).toBe("silent");
});
