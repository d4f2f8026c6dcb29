import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";

/** Prints how large the built edge functions are, and fails when one reaches for Node.js or has grown too large. */

const buildFolder = ".next";
const mostKilobytes = 250;

const manifest = z
  .object({ functions: z.record(z.string(), z.object({ files: z.array(z.string()) })) })
  .parse(JSON.parse(readFileSync(join(buildFolder, "server/middleware-manifest.json"), "utf8")));

/** Next's own runtime uses two that every edge engine has. */
const allowedModules = new Set(["node:async_hooks", "node:buffer"]);

const voiceRoutes = Object.entries(manifest.functions).filter(([name]) => name.startsWith("/api/voice"));
const faults: string[] = [];
if (voiceRoutes.length === 0) faults.push("No voice route was built for the edge.");

for (const [name, { files }] of voiceRoutes) {
  const contents = files.map((file) => readFileSync(join(buildFolder, file)));
  const kilobytes = contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0) / 1000;
  const text = contents.join("\n");
  const modules = new Set([...text.matchAll(/["'](node:[a-z_/]+)["']/g)].map(([, module = ""]) => module));
  const foreign = [...modules].filter((module) => !allowedModules.has(module));
  console.log(`${kilobytes.toFixed(1).padStart(7)} kB gzipped  ${name}`);
  if (foreign.length > 0)
    faults.push(`${name} asks for ${foreign.join(", ")}, which the edge does not have.`);
  if (kilobytes > mostKilobytes) faults.push(`${name} is over ${mostKilobytes} kB gzipped.`);
}

for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
