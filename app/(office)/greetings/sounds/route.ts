import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { withReference } from "@/app/_faults/with-reference";
import { isSameOrigin } from "@/app/_security/is-same-origin";
import { keepSound } from "@/db/queries/sounds/keep-sound";
import { checkSound } from "@/lib/audio/check-sound";
import { mostSoundBytes, tooLarge } from "@/lib/audio/sound-limits";
import { findSignedIn, mayAct } from "@/lib/auth/require-staff";
import { logFault } from "@/lib/log";
import { readBytes } from "@/lib/read-bytes";
import type { SentSound } from "../_sources/send-sound";

const about = z.object({
  source: z.enum(["upload", "browser"]),
  name: z.string().max(200).catch(""),
});

/**
 * Keeps a sound that a form has just been given, and answers its id: the form can then be refused without the file having
 * to be chosen again. A route and not a server action, whose body would have to fit into one megabyte everywhere.
 */
export const POST = withReference("sound.notKept", keepSentSound, (words) => refuse(words, 500));

async function keepSentSound(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return refuse("This did not come from a page of Switchboard.", 403);
  const signedIn = await findSignedIn();
  if (!signedIn)
    return refuse("You have been signed out. Sign in again in another tab, then try again.", 401);
  const { staff, db } = signedIn;
  if (!mayAct(staff, "manager")) return refuse("Only managers and owners change greetings.", 403);
  const told = about.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!told.success) return refuse("This did not arrive whole. Please try again.", 400);
  const { source, name: fileName } = told.data;
  try {
    const bytes = await readBytes(request, mostSoundBytes);
    if (bytes === null) return refuse(tooLarge, 413);
    const checked = await checkSound(bytes);
    if ("fault" in checked) return refuse(checked.fault, 422);
    const at = Temporal.Now.instant();
    const id = await keepSound(db, { ...checked, bytes, source, fileName, madeById: staff.id, at });
    return answer({ sound: { id, durationSeconds: checked.durationSeconds } }, 201);
  } catch (error) {
    logFault("sound.notKept", error);
    return refuse("Something went wrong on our side, so the sound was not kept. Please try again.", 500);
  }
}

const answer = (sent: SentSound, status: number): Response =>
  Response.json(sent, { status, headers: { "cache-control": "no-store" } });

const refuse = (fault: string, status: number): Response => answer({ fault }, status);
