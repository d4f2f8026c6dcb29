import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const projectFolder = fileURLToPath(new URL("../..", import.meta.url));
const servePath = fileURLToPath(new URL("./serve.ts", import.meta.url));

/**
 * Postgres gives up on deep nesting at a depth that WebAssembly, before it is optimised, does not reach on Node's
 * usual stack of 984 kB. Linux and macOS have room for this much. Windows has not, and would end the process.
 */
const stackSize = process.platform === "win32" ? [] : ["--stack-size=3900"];

/** Starts a process that serves a folder, in a process group of its own: Ctrl+C here must not end it for others. */
export function forkServing(folder: string): ChildProcess {
  return fork(servePath, ["--while-used", "--folder", folder], {
    cwd: projectFolder,
    execArgv: [...stackSize, "--import", "tsx"],
    detached: true,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}
