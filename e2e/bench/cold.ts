import { makeLine } from "../office/make-line";
import { startApp } from "../office/start-app";
import type { BenchOffice } from "./bench-office";
import { callTo } from "./contenders";
import { median, table } from "./figures";
import { millisecondsOf } from "./load";

const starts = 5;
const requestsAfterEach = 20;

/** Answered by the server itself: until its first request a route has not been loaded. */
const door = { path: "/_next/static/chunks/none.js", status: 404 };

/** The first requests of a process that has answered none before, each kind in processes of its own. */
export async function benchCold(office: BenchOffice): Promise<string> {
  const { number } = await makeLine(office.db);
  const startSeconds: number[] = [];
  const seen = new Map<string, number[][]>();
  for (let count = 0; count < starts; count += 1) {
    for (const kind of ["constant edge route", "call while open"]) {
      const started = performance.now();
      const app = await startApp(office.settings, door);
      startSeconds.push((performance.now() - started) / 1000);
      try {
        const account = { ...office.account, baseUrl: app.baseUrl };
        const requests = await callTo(account, kind, { To: number }).prepare(requestsAfterEach);
        const latencies: number[] = [];
        for (const request of requests) {
          const url = kind === "call while open" ? request.url : `${app.baseUrl}/api/health`;
          latencies.push(await millisecondsOf({ ...request, url }));
        }
        seen.set(kind, [...(seen.get(kind) ?? []), latencies]);
      } finally {
        await app.close();
      }
    }
  }
  const rows = [...seen].map(([kind, of]) => [
    kind,
    median(of.map(([first = Number.NaN]) => first)).toFixed(1),
    median(of.map(([, second = Number.NaN]) => second)).toFixed(1),
    median(of.flatMap((latencies) => latencies.slice(requestsAfterEach / 2))).toFixed(1),
  ]);
  return [
    `Medians of ${starts} starts of each. \`next start\` took ${median(startSeconds).toFixed(2)} s until it answered at all.\n`,
    table(["request", "first ms", "second ms", "eleventh to twentieth ms"], rows),
  ].join("\n");
}
