import { Temporal } from "temporal-polyfill";
import { withReference } from "@/app/_faults/with-reference";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { findSoundBytes, readSetUp } from "@/db/queries/backup/read-set-up";
import { firmId } from "@/db/queries/firm/save-firm";
import { findSignedIn, mayAct } from "@/lib/auth/require-staff";
import { kindLabels } from "@/lib/backup/in-words";
import { kinds } from "@/lib/backup/set-up";
import { fileText } from "@/lib/backup/write-file";
import { logFault } from "@/lib/log";

/** The whole set-up as one file, with its sounds unless they are not wanted. Sounds are fetched one by one, as it is sent. */
export const GET = withReference("backup.downloadFailed", sendSetUp);

async function sendSetUp(request: Request): Promise<Response> {
  const signedIn = await findSignedIn();
  if (!signedIn) return new Response("Sign in first.\n", { status: 401 });
  const { db, staff } = signedIn;
  if (!mayAct(staff, "owner")) return new Response("Only an owner may.\n", { status: 403 });
  const isWithSounds = new URL(request.url).searchParams.get("sounds") !== "no";
  const { setUp } = await readSetUp(db);
  const counts = kinds.map((kind) => [kindLabels[kind], `${setUp[kind].length}`]);
  const [record] = recordActivity(db, {
    staff,
    verb: "downloadSetUp",
    subject: "setUp",
    subjectId: firmId,
    subjectName: setUp.firm.name,
    before: null,
    after: { ...Object.fromEntries(counts), Sounds: isWithSounds ? `${setUp.sounds.length}` : "left out" },
  });
  if (record) await db.batch([record]);

  const parts = fileText(setUp, async (id) => (isWithSounds ? findSoundBytes(db, id) : null));
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await parts.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        // The download breaks off, which the browser shows: a file that merely ended would look whole.
        logFault("backup.downloadFailed", error);
        controller.error(error);
      }
    },
  });
  const day = Temporal.Now.plainDateISO(setUp.firm.timeZone);
  return new Response(body, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="switchboard-${day}.json"`,
      "cache-control": "private, no-store",
    },
  });
}
