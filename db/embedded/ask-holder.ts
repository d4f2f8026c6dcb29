import { hostname } from "node:os";
import { z } from "zod";
import { addressOf } from "./address";
import { serviceName } from "./http-endpoint";
import type { Holder } from "./lock-file";

const patienceMilliseconds = 1_000;

const healthSchema = z.object({
  service: z.literal(serviceName),
  instanceId: z.string(),
  state: z.enum(["starting", "ready", "closing"]),
});

/** `silent` may be busy, stopped, or on another machine: it cannot be told from one that still writes. */
export type HolderState = "starting" | "ready" | "closing" | "silent" | "gone";

/** Asks the holder of a lock what it is doing. A process id that was given to another program does not count. */
export async function askHolder({ instanceId, pid, port, machine }: Holder): Promise<HolderState> {
  const answer = await askPort(port);
  if (typeof answer === "object" && answer.instanceId === instanceId) return answer.state;
  if (machine !== hostname()) return "silent";
  if (!isRunning(pid)) return "gone";
  return answer === "silent" ? "silent" : "gone";
}

async function askPort(port: number): Promise<z.infer<typeof healthSchema> | "silent" | "nobody"> {
  const url = new URL("/health", addressOf(port).httpEndpoint);
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(patienceMilliseconds) });
    return healthSchema.safeParse(await response.json()).data ?? "nobody";
  } catch (error) {
    // Refused: nobody listens. Anything that is not JSON: some other program does.
    const cause = error instanceof Error ? (error.cause as NodeJS.ErrnoException | undefined) : undefined;
    return cause?.code === "ECONNREFUSED" || error instanceof SyntaxError ? "nobody" : "silent";
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
