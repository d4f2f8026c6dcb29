import { addressOf, type DatabaseAddress } from "./address";
import { askHolder, type HolderState } from "./ask-holder";
import { type Holder, readHolder } from "./lock-file";

export interface RunningDatabase extends DatabaseAddress {
  holder: Holder;
  state: Exclude<HolderState, "gone">;
}

/** The process that has the database in a folder, if there is one. */
export async function findRunning(folder: string): Promise<RunningDatabase | null> {
  const holder = readHolder(folder);
  if (holder === null) return null;
  const state = await askHolder(holder);
  return state === "gone" ? null : { ...addressOf(holder.port), holder, state };
}
