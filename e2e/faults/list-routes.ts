import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** Every file of this name under app/, by its folder: "(office)/calls/export" for a `route.ts` there. */
const foldersWith = (fileName: string): string[] =>
  readdirSync("app", { recursive: true, encoding: "utf8" })
    .filter((path) => path === fileName || path.endsWith(`/${fileName}`))
    .map(dirname);

/** What a folder of the app is asked by: groups are no part of an address, and parameters stay as they are named. */
const addressOf = (folder: string): string =>
  `/${folder
    .split("/")
    .filter((part) => part !== "." && !/^\(.*\)$/.test(part))
    .join("/")}`;

/** The addresses of every route handler, such as "/api/voice/menu/[...step]". */
export const listRoutes = (): string[] => foldersWith("route.ts").map(addressOf).sort();

/** The addresses of every page. */
export const listPages = (): string[] => foldersWith("page.tsx").map(addressOf).sort();

/** Every such file of the app, and the address by which it is asked. */
export const listFiles = (fileName: string): { address: string; file: string }[] =>
  foldersWith(fileName).map((folder) => ({
    address: addressOf(folder),
    file: join("app", folder, fileName),
  }));
