import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { staffUsers } from "@/db/schema";
import { sessionCookie } from "@/lib/auth/session-cookies";
import { sessionOf } from "../office/session-of";
import { type Office, startOffice } from "../office/start-office";
import { fillOffice } from "../pages/fill-office";
import { listPages } from "../pages/list-pages";
import { kilobytes, median, table } from "./figures";

const fewRows = 30;
const manyRows = 1000;
const warmUps = 12;
const rounds = 15;
/** A part of the rows at a time: the database looks up each time zone among all that there are, which takes it a while. */
const rowsAtOnce = 250;
/** It lists nothing, so how its time changes is how busy the machine is. */
const yardstick = "/profile";

interface Seen {
  milliseconds: number;
  statements: number;
  html: string;
}

/** Each list with few rows and with many: how long the server takes over it, and what it sends. */
export async function benchPages(): Promise<string> {
  const office = await startOffice();
  try {
    const id = randomUUID();
    await office.db
      .insert(staffUsers)
      .values({ id, name: "Olive Alder", email: "bench@example.com", role: "owner" });
    const [name, value] = [sessionCookie, await sessionOf(id)];
    const look = (path: string) => lookAt(office, `${name}=${value}`, path);
    const fillTo = async (from: number, to: number) => {
      for (let first = from + 1; first <= to; first += rowsAtOnce) {
        await fillOffice(office.db, { first, last: Math.min(to, first + rowsAtOnce - 1) });
      }
    };
    await fillTo(0, fewRows);
    for (let warmUp = 0; warmUp < warmUps; warmUp += 1) {
      for (const path of [...listPages, yardstick]) await look(path);
    }
    const withFew = await measure(look);
    await fillTo(fewRows, manyRows);
    const withMany = await measure(look);
    const steady = millisecondsOf(withMany, yardstick) / millisecondsOf(withFew, yardstick);
    const rows = [...listPages, yardstick].map((path) => {
      const [few, many] = [millisecondsOf(withFew, path), millisecondsOf(withMany, path)];
      const { statements = 0, html = "" } = withMany.get(path)?.[0] ?? {};
      return [
        path,
        statements,
        few.toFixed(1),
        many.toFixed(1),
        (many / few / steady).toFixed(2),
        kilobytes(gzipSync(html).length),
        kilobytes(bytesOfScripts(html)),
      ];
    });
    return [
      `Medians of ${rounds} requests each, in turn, one at a time, to the last byte. ${yardstick} lists nothing: the ratio is to its own.\n`,
      table(
        [
          ...["page", "statements", `ms with ${fewRows} rows`, `with ${manyRows}`, "ratio"],
          ...["HTML kB", "JavaScript kB"],
        ],
        rows,
      ),
    ].join("\n");
  } finally {
    await office.close();
  }
}

async function measure(look: (path: string) => Promise<Seen>): Promise<Map<string, Seen[]>> {
  const seen = new Map<string, Seen[]>();
  for (let round = 0; round <= rounds; round += 1) {
    for (const path of [...listPages, yardstick]) {
      const one = await look(path);
      // The first is for what changed since the page was last asked for.
      if (round > 0) seen.set(path, [...(seen.get(path) ?? []), one]);
    }
  }
  return seen;
}

const millisecondsOf = (seen: Map<string, Seen[]>, path: string): number =>
  median(seen.get(path)?.map(({ milliseconds }) => milliseconds) ?? []);

async function lookAt({ app, database }: Office, cookie: string, path: string): Promise<Seen> {
  database.takeRequests();
  const started = performance.now();
  const response = await fetch(app.baseUrl + path, { headers: { cookie }, redirect: "manual" });
  const html = await response.text();
  const milliseconds = performance.now() - started;
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}.`);
  const statements = database.takeRequests().flatMap((request) => request.statements).length;
  return { milliseconds, statements, html };
}

/** Gzipped, of each script that the page names: those of its first load, and those that its parts bring. */
function bytesOfScripts(html: string): number {
  const scripts = new Set(html.match(/static\/chunks\/[\w./~-]+?\.js/g));
  return [...scripts].reduce((sum, path) => sum + gzipSync(readFileSync(`.next/${path}`)).length, 0);
}
