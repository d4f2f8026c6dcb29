import { checkSound } from "@/lib/audio/check-sound";
import type { Fault } from "./fault";
import type { SetUp, SetUpFile } from "./set-up";

/** Sounds are played to callers from a public address: what is new must be one, by its content. */
export async function checkSounds(sounds: SetUpFile["sounds"], current: SetUp): Promise<Fault[]> {
  const here = new Set(current.sounds.map(({ id }) => id));
  const faults: Fault[] = [];
  for (const [at, { id, bytes, contentType }] of sounds.entries()) {
    if (bytes === undefined || here.has(id)) continue;
    const checked = await checkSound(Buffer.from(bytes, "base64"));
    if ("fault" in checked) faults.push({ path: ["sounds", at, "bytes"], message: checked.fault });
    else if (checked.contentType !== contentType) {
      faults.push({
        path: ["sounds", at, "contentType"],
        message: `By its content this is ${checked.contentType}.`,
      });
    }
  }
  return faults;
}
