import type { Call } from "./call";

/** What has been fetched before, by address: a sound of an address never changes. */
const knownSounds = new Map<string, Promise<string | null>>();

/** A sound of the app's own has to be there: Twilio would pass over it in silence. */
export async function checkSound(call: Call, url: string): Promise<void> {
  if (!url.startsWith(`${call.plan.account.baseUrl}/`)) return;
  let fault = knownSounds.get(url);
  if (!fault) {
    fault = faultOfSound(url);
    knownSounds.set(url, fault);
  }
  const found = await fault;
  if (found) call.fault(found);
}

async function faultOfSound(url: string): Promise<string | null> {
  const response = await fetch(url).catch(() => null);
  const type = response?.headers.get("content-type") ?? "";
  const size = response ? (await response.arrayBuffer()).byteLength : 0;
  if (response?.status === 200 && type.startsWith("audio/") && size > 0) return null;
  return `The sound ${url} came with ${response?.status ?? "no answer"}, ${type || "no type"} and ${size} bytes`;
}
