import { withReference } from "@/app/_faults/with-reference";
import { originHere } from "@/app/_twilio/origin-here";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { findCallerData } from "@/db/queries/callers/find-caller-data";
import { getFirm } from "@/db/queries/firm/get-firm";
import { firmId } from "@/db/queries/firm/save-firm";
import { findSignedIn, mayAct } from "@/lib/auth/require-staff";
import { callerDataInWords } from "../caller-data-in-words";
import { readCaller } from "../read-caller";

/** All that is kept about one caller, as a file for them. */
export const GET = withReference("callerData.downloadFailed", sendCallerData);

async function sendCallerData(request: Request): Promise<Response> {
  const signedIn = await findSignedIn();
  if (!signedIn) return new Response("Sign in first.\n", { status: 401 });
  const { db, staff } = signedIn;
  if (!mayAct(staff, "manager")) return new Response("Only a manager may.\n", { status: 403 });
  const { country } = await getFirm(db);
  const number = readCaller(new URL(request.url).searchParams.get("number") ?? "", country);
  if (number === null) return new Response("Name a phone number.\n", { status: 400 });
  const data = await findCallerData(db, number);
  const origin = await originHere();
  const [record] = recordActivity(db, {
    staff,
    verb: "downloadCallerData",
    subject: "callerData",
    subjectId: firmId,
    subjectName: "a caller",
    before: null,
    after: callerDataInWords(data),
  });
  if (record) await db.batch([record]);
  const voicemails = data.voicemails.map((message) => ({
    ...message,
    listen: `${origin}/voicemails/${message.id}/audio`,
  }));
  return new Response(`${JSON.stringify({ number, ...data, voicemails }, null, 2)}\n`, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="caller.json"',
      "cache-control": "private, no-store",
    },
  });
}
