import { measureEdgeFunctions } from "./measure-edge";

/** Prints how large the built edge functions are, and fails when one reaches for Node.js or has grown too large. */

const mostKilobytes = 250;

/** Next's own runtime uses two that every edge engine has. */
const allowedModules = new Set(["node:async_hooks", "node:buffer"]);

const voiceRoutes = measureEdgeFunctions().filter(({ name }) => name.startsWith("/api/voice"));
const faults: string[] = [];
if (voiceRoutes.length === 0) faults.push("No voice route was built for the edge.");

for (const { name, gzippedBytes, text } of voiceRoutes) {
  const kilobytes = gzippedBytes / 1000;
  const modules = new Set([...text.matchAll(/["'](node:[a-z_/]+)["']/g)].map(([, module = ""]) => module));
  const foreign = [...modules].filter((module) => !allowedModules.has(module));
  console.log(`${kilobytes.toFixed(1).padStart(7)} kB gzipped  ${name}`);
  if (foreign.length > 0)
    faults.push(`${name} asks for ${foreign.join(", ")}, which the edge does not have.`);
  if (kilobytes > mostKilobytes) faults.push(`${name} is over ${mostKilobytes} kB gzipped.`);
}

for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
