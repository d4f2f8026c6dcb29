import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const projectFolder = fileURLToPath(new URL("../..", import.meta.url));
const servePath = fileURLToPath(new URL("./serve.ts", import.meta.url));

/** Starts a process that serves a folder, in a process group of its own: Ctrl+C here must not end it for others. */
export function forkServing(folder: string): ChildProcess {
  return fork(servePath, ["--while-used", "--folder", folder], {
    cwd: projectFolder,
    execArgv: ["--import", "tsx"],
    detached: true,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}
