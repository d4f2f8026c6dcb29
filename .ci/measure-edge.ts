import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";

const buildFolder = ".next";

const manifestSchema = z.object({
  functions: z.record(z.string(), z.object({ files: z.array(z.string()) })),
});

export interface EdgeFunction {
  name: string;
  gzippedBytes: number;
  text: string;
}

/** The edge functions of the last build, as large as they are loaded. */
export function measureEdgeFunctions(): EdgeFunction[] {
  const path = join(buildFolder, "server/middleware-manifest.json");
  const { functions } = manifestSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  return Object.entries(functions).map(([name, { files }]) => {
    const contents = files.map((file) => readFileSync(join(buildFolder, file)));
    return {
      name,
      gzippedBytes: contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0),
      text: contents.join("\n"),
    };
  });
}
