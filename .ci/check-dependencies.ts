import { readFileSync } from "node:fs";
import { dependencyFloors, mayRunAtInstall } from "./dependency-floors";
import { dependencyFaults, lockSchema, manifestSchema } from "./lock-faults";

/**
 * Every dependency is pinned, comes from the registry with a checksum, runs nothing while it is installed, and is no older
 * than its last hole. Reads what is committed and asks nobody, so it says the same on every machine.
 */

const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

const lock = lockSchema.parse(read("package-lock.json"));
const faults = dependencyFaults(manifestSchema.parse(read("package.json")), lock, {
  floors: dependencyFloors,
  mayRunAtInstall,
});

for (const fault of faults) console.error(fault);
console.log(`${Object.keys(lock.packages).length - 1} packages read, ${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;
