import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Office } from "../office/start-office";

/** One answer of a page to somebody who is signed in. */
export interface SeenPage {
  /** To the last byte. */
  milliseconds: number;
  statements: number;
  html: string;
}

/** @throws at any status but 200. */
export async function lookAtPage(
  { app, database }: Pick<Office, "app" | "database">,
  cookie: string,
  path: string,
): Promise<SeenPage> {
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
export function bytesOfScripts(html: string): number {
  const scripts = new Set(html.match(/static\/chunks\/[\w./~-]+?\.js/g));
  return [...scripts].reduce((sum, path) => sum + gzipSync(readFileSync(`.next/${path}`)).length, 0);
}
