import { Agent, request } from "node:http";

export interface PreparedRequest {
  method: "GET" | "POST";
  url: string;
  headers: Record<string, string>;
  body: string;
}

export interface Load {
  requests: number;
  seconds: number;
  /** In milliseconds, in rising order. */
  latencies: number[];
}

/**
 * Sends requests one after another on each of a number of connections, for a time, and measures each to the last byte.
 *
 * @throws at the first answer that is not 200: a figure for refusals would say nothing.
 */
export async function putUnderLoad(
  next: () => PreparedRequest,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  const client = async () => {
    while (performance.now() < until) {
      const sent = performance.now();
      await send(next(), agent);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  agent.destroy();
  const elapsed = (performance.now() - started) / 1000;
  return { requests: latencies.length, seconds: elapsed, latencies: latencies.sort((a, b) => a - b) };
}

function send({ method, url, headers, body }: PreparedRequest, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent }, (response) => {
      response.on("end", () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`${url} answered ${response.statusCode}.`)),
      );
      response.on("error", reject);
      response.resume();
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** The latency that a share of the requests stayed within, in milliseconds. */
export const percentile = ({ latencies }: Load, share: number): number =>
  latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? Number.NaN;
