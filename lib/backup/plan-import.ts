import { checkAim } from "./check-aim";
import { checkSounds } from "./check-sounds";
import { type Changes, compare } from "./compare";
import { mostFaults, type ToldFault } from "./fault";
import { readFile } from "./read-file";
import { type ImportMode, resolve } from "./resolve";
import type { SetUp, SetUpFile } from "./set-up";
import { tellFaults } from "./tell-faults";

export interface ImportPlan {
  changes: Changes;
  /** How all will be. */
  setUp: SetUp;
  /** Those that come with the file. */
  sounds: SetUpFile["sounds"];
}

interface Planning {
  text: string;
  mode: ImportMode;
  /** How all is. */
  current: SetUp;
  newId(): string;
}

/** What importing a file would do here, or what is wrong with it. Writes nothing. */
export async function planImport({
  text,
  mode,
  current,
  newId,
}: Planning): Promise<{ plan: ImportPlan } | { faults: ToldFault[] }> {
  const read = readFile(text);
  if ("faults" in read) return { faults: tellFaults(text, read.faults) };
  const resolved = resolve({ file: read.value, current, mode, newId });
  if ("faults" in resolved) return { faults: tellFaults(text, resolved.faults.slice(0, mostFaults)) };
  const { setUp, sounds } = resolved.value;
  const faults = [...checkAim(resolved.value, current), ...(await checkSounds(sounds, current))];
  if (faults.length > 0) return { faults: tellFaults(text, faults.slice(0, mostFaults)) };
  return { plan: { changes: compare(current, setUp), setUp, sounds } };
}
