import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface PlainServer {
  url: string;
  pid: number;
  close(): void;
}

/** In a process of its own, as the app is. */
export async function startPlainServer(): Promise<PlainServer> {
  const child = fork(fileURLToPath(new URL("./plain-server.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
  });
  const [port] = await once(child, "message");
  return { url: `http://127.0.0.1:${port}/`, pid: child.pid ?? 0, close: () => child.disconnect() };
}
