import { randomUUID } from "node:crypto";
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";

const holderSchema = z.object({
  /** A new one for each start, so that no two holders are ever mistaken for each other. */
  instanceId: z.uuid(),
  pid: z.int(),
  port: z.int(),
  /** Process ids and ports mean something on this machine alone; a folder may be shared with a container. */
  machine: z.string(),
});

/** The process that owns a folder. It answers at its port from before it has the lock until after it let go. */
export type Holder = z.infer<typeof holderSchema>;

/** Beside the folder itself, however one comes to it. */
function lockPath(folder: string): string {
  return `${existsSync(folder) ? realpathSync(folder) : folder}.lock`;
}

/** The heir to a holder that died. Only one file of this name can be created. */
const heirPath = (folder: string, dead: Holder) => `${lockPath(folder)}.after-${dead.instanceId}`;

/**
 * Whose lock it is: the holder named in the lock file or, if that one died and was succeeded by one that has not put
 * its name there yet, the last of its heirs.
 */
export function readHolder(folder: string): Holder | null {
  let holder = readHolderFile(lockPath(folder));
  for (let heir = holder; heir !== null; heir = readHolderFile(heirPath(folder, heir))) holder = heir;
  return holder;
}

/**
 * Takes the lock if `dead` is still what `readHolder` says, in one step that only one process can win. A dead holder's
 * file cannot simply be deleted: by the time one process does so, it may be another one's new lock.
 *
 * @param dead the holder that is known to have died, or null if there was no lock
 * @returns false if someone else came first
 */
export function tryLock(folder: string, dead: Holder | null, own: Holder): boolean {
  const path = dead === null ? lockPath(folder) : heirPath(folder, dead);
  if (!createWhole(path, JSON.stringify(own))) return false;
  // The dead holder's heir may have moved into the lock file in between, which made its old name free again.
  if (readHolder(folder)?.instanceId !== own.instanceId) {
    rmSync(path, { force: true });
    return false;
  }
  if (dead !== null) renameSync(path, lockPath(folder));
  removeLeftOvers(folder);
  return true;
}

export function releaseLock(folder: string, own: Holder) {
  if (readHolderFile(lockPath(folder))?.instanceId === own.instanceId) rmSync(lockPath(folder));
}

function readHolderFile(path: string): Holder | null {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${path} is damaged. If no Switchboard is running, delete it.`, { cause });
  }
}

/** Creates a file with its whole content at once, or not at all: a reader never sees half of it. */
function createWhole(path: string, content: string): boolean {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.draft-${randomUUID()}`;
  writeFileSync(draft, content, { flush: true });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    // ENOENT: the draft was taken for a left-over by the process that came first.
    if (/^(EEXIST|ENOENT)$/.test((error as NodeJS.ErrnoException).code ?? "")) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** What processes that died here left beside the lock file. */
function removeLeftOvers(folder: string) {
  const lock = lockPath(folder);
  for (const name of readdirSync(dirname(lock))) {
    if (name.startsWith(`${basename(lock)}.`)) rmSync(join(dirname(lock), name), { force: true });
  }
}
