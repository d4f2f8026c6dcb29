import { redirect } from "next/navigation";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { findGreeting } from "@/db/queries/greetings/find-greeting";
import { findSignedIn } from "@/lib/auth/require-staff";
import { recordingAt } from "@/lib/call/recording-at";

/** What a greeting plays now, for the players of forms that choose one: they know nothing of it but its id. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/greetings/[id]/sound">,
): Promise<Response> {
  const signedIn = await findSignedIn();
  if (!signedIn) return new Response("Sign in first.\n", { status: 401 });
  const { id } = await params;
  const greeting = z.uuid().safeParse(id).success ? await findGreeting(signedIn.db, id) : null;
  const played = greeting && recordingAt(greeting.recordings, Temporal.Now.instant());
  if (!played) return new Response("This greeting plays nothing now.\n", { status: 404 });
  redirect(`/audio/${played.soundId}`);
}
