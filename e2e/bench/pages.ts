import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { staffUsers } from "@/db/schema";
import { sessionCookie } from "@/lib/auth/session-cookies";
import { sessionOf } from "../office/session-of";
import { startOffice } from "../office/start-office";
import { fillOffice } from "../pages/fill-office";
import { listPages } from "../pages/list-pages";
import { pages } from "../pages/security/doors";
import { addressOf, makeHostileOffice } from "../pages/security/hostile-office";
import { kilobytes, median, table } from "./figures";
import { bytesOfScripts, lookAtPage, type SeenPage } from "./look-at-page";

/** More than a page shows, so that a list renders as many rows among few as among many. */
const fewRows = 60;
const manyRows = 1000;
const warmUps = 12;
const rounds = 15;
/** A part of the rows at a time: the database looks up each time zone among all that there are, which takes it a while. */
const rowsAtOnce = 250;
/** It lists nothing, so how its time changes is how busy the machine is. */
const yardstick = "/profile";
const timedLists = [...listPages, yardstick];

/** Each page as an owner gets it: how long the server takes over it, and what it sends; each list among few rows and among many. */
export async function benchPages(): Promise<string> {
  const office = await startOffice();
  try {
    await fillTo(0, fewRows);
    const { samples, close } = await makeHostileOffice(office);
    const cookie = `${sessionCookie}=${await sessionOf(await makeOwner(samples["/people/[id]"] ?? null))}`;
    const measure = (paths: readonly string[]) =>
      measureInTurn(paths, (path) => lookAtPage(office, cookie, path));
    const withFew = await measure(timedLists);
    await fillTo(fewRows, manyRows);
    const lists = listRows(withFew, await measure(timedLists));
    const others = pagesOfOffice.map((pattern) => addressOf(pattern, samples));
    const seen = await measure(others);
    await close();
    return [
      `Medians of ${rounds} requests each, in turn, one at a time, to the last byte. ${yardstick} lists nothing: the ratio is to its own.\n`,
      table(
        [
          ...["list", "statements", `ms among ${fewRows} rows`, `among ${manyRows}`, "ratio"],
          ...["HTML kB", "JavaScript kB"],
        ],
        lists,
      ),
      `\nEvery other page, among ${manyRows} rows:\n`,
      table(
        ["page", "statements", "ms", "HTML kB", "JavaScript kB"],
        pagesOfOffice.map((pattern, place) => {
          const of = seen.get(others[place] ?? "") ?? [];
          return [pattern, statementsOf(of), millisecondsOf(of).toFixed(1), ...sizesOf(of)];
        }),
      ),
    ].join("\n");
  } finally {
    await office.close();
  }

  async function fillTo(from: number, to: number) {
    for (let first = from + 1; first <= to; first += rowsAtOnce) {
      await fillOffice(office.db, { first, last: Math.min(to, first + rowsAtOnce - 1) });
    }
  }

  async function makeOwner(personId: string | null): Promise<string> {
    const id = randomUUID();
    await office.db
      .insert(staffUsers)
      .values({ id, name: "Olive Alder", email: "bench@example.com", role: "owner", personId });
    return id;
  }
}

/** The pages of the office that are no lists. */
const pagesOfOffice = [...pages.staff, ...pages.manager, ...pages.owner].filter(
  (pattern) => !timedLists.includes(pattern),
);

/** The last of some rounds through all of them: those before are for a route to be loaded and to settle. */
async function measureInTurn(
  paths: readonly string[],
  look: (path: string) => Promise<SeenPage>,
): Promise<Map<string, SeenPage[]>> {
  const seen = new Map<string, SeenPage[]>();
  for (let round = -warmUps; round < rounds; round += 1) {
    for (const path of paths) {
      const one = await look(path);
      if (round >= 0) seen.set(path, [...(seen.get(path) ?? []), one]);
    }
  }
  return seen;
}

function listRows(withFew: Map<string, SeenPage[]>, withMany: Map<string, SeenPage[]>) {
  const fewOf = (path: string) => millisecondsOf(withFew.get(path) ?? []);
  const manyOf = (path: string) => millisecondsOf(withMany.get(path) ?? []);
  const steady = manyOf(yardstick) / fewOf(yardstick);
  return timedLists.map((path) => {
    const [few, many] = [fewOf(path), manyOf(path)];
    const of = withMany.get(path) ?? [];
    const ratio = (many / few / steady).toFixed(2);
    return [path, statementsOf(of), few.toFixed(1), many.toFixed(1), ratio, ...sizesOf(of)];
  });
}

const millisecondsOf = (seen: SeenPage[]): number => median(seen.map(({ milliseconds }) => milliseconds));
const statementsOf = (seen: SeenPage[]): number => seen[0]?.statements ?? 0;

const sizesOf = ([first]: SeenPage[]): [string, string] => {
  const html = first?.html ?? "";
  return [kilobytes(gzipSync(html).length), kilobytes(bytesOfScripts(html))];
};
