import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";

const configSchema = z.object({
  runtime: z.string(),
  /** Of an edge function: the file that is run, beside the configuration. */
  entrypoint: z.string().optional(),
  /** Where a file of the function is, when it is not beside the configuration. */
  filePathMap: z.record(z.string(), z.string()).optional(),
});

export interface BuiltFunction {
  /** Its URL path, such as `/api/voice/go/[...step]`. */
  path: string;
  /** "edge", or a Node.js such as "nodejs24.x". */
  runtime: string;
  /** Of an edge function: its script alone, gzipped, in thousands of bytes. */
  kilobytes: number | null;
}

/** The functions of a build in the form of Vercel's "Build Output API", by their path. */
export function readFunctions(output: string, root: string): BuiltFunction[] {
  const functions = join(output, "functions");
  return filesIn(functions)
    .filter((path) => path.endsWith(".func/.vc-config.json"))
    .map((file) => {
      const folder = dirname(file);
      const config = configSchema.parse(JSON.parse(readFileSync(file, "utf8")));
      return {
        path: `/${relative(functions, folder).replace(/\.func$/, "")}`,
        runtime: config.runtime,
        kilobytes: config.runtime === "edge" ? kilobytesOf(folder, config, root) : null,
      };
    })
    .sort((one, other) => one.path.localeCompare(other.path));
}

function kilobytesOf(folder: string, config: z.infer<typeof configSchema>, root: string): number {
  const names = new Set(filesIn(folder).map((file) => relative(folder, file)));
  names.delete(".vc-config.json");
  const beside = [...names].map((name) => join(folder, name));
  const elsewhere = Object.values(config.filePathMap ?? {}).map((path) => resolve(root, path));
  const code = [...beside, ...elsewhere].filter((file) => /\.(js|mjs|cjs|wasm)$/.test(file));
  return code.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1000;
}

/** Every file under a folder, links to other functions left out. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}
