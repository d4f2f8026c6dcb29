import { Agent, request } from "node:http";

export interface PreparedRequest {
  method: "GET" | "POST";
  url: string;
  headers: Record<string, string>;
  body: string;
  /** The status of the answer; any other ends the bench, since a figure for refusals would say nothing. */
  expects: number;
}

export interface Load {
  requests: number;
  seconds: number;
  /** In milliseconds, in the order in which the requests were over. */
  latencies: number[];
}

/** Sends requests one after another on each of a number of connections, for a time, and measures each to the last byte. */
export async function putUnderLoad(
  next: () => PreparedRequest,
  { connections, seconds, url }: { connections: number; seconds: number; url: string },
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  await openAll(agent, connections, url);
  const latencies: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  const client = async () => {
    while (performance.now() < until) latencies.push(await millisecondsOf(next(), agent));
  };
  await Promise.all(Array.from({ length: connections }, client));
  agent.destroy();
  return { requests: latencies.length, seconds: (performance.now() - started) / 1000, latencies };
}

/** So many connections made at once may have to be asked for twice, a second later, which says nothing of the server. */
async function openAll(agent: Agent, connections: number, url: string): Promise<void> {
  const knock: PreparedRequest = {
    method: "GET",
    url: new URL("/api/health", url).href,
    headers: {},
    body: "",
    expects: 200,
  };
  await Promise.all(Array.from({ length: connections }, () => millisecondsOf(knock, agent)));
}

/** @throws at a status that is not expected. */
export function millisecondsOf(prepared: PreparedRequest, agent?: Agent): Promise<number> {
  const { method, url, headers, body, expects } = prepared;
  return new Promise((resolve, reject) => {
    const sent = performance.now();
    const outgoing = request(url, { method, headers, agent }, (response) => {
      response.on("end", () =>
        response.statusCode === expects
          ? resolve(performance.now() - sent)
          : reject(new Error(`${url} answered ${response.statusCode}.`)),
      );
      response.on("error", reject);
      response.resume();
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}
