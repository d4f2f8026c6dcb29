import { randomUUID } from "node:crypto";
import { inArray } from "drizzle-orm";
import { z } from "zod";
import { logWithReference } from "@/app/_faults/log-with-reference";
import { withReference } from "@/app/_faults/with-reference";
import { formatMegabytes } from "@/app/_format/format-number";
import { personLocale } from "@/app/_format/person-locale";
import { isSameOrigin } from "@/app/_security/is-same-origin";
import { constraintOf, sqlStateOf } from "@/db/errors";
import { recordActivities } from "@/db/queries/activity/record-activity";
import { keepSounds } from "@/db/queries/backup/keep-sounds";
import { readSetUp } from "@/db/queries/backup/read-set-up";
import { holdSetUp, setUpHasChanged } from "@/db/queries/backup/set-up-state";
import { writeSetUp } from "@/db/queries/backup/write-set-up";
import { phoneNumbers } from "@/db/schema";
import { findSignedIn, mayAct, type SignedIn } from "@/lib/auth/require-staff";
import { isNothing } from "@/lib/backup/compare";
import { type ImportPlan, planImport } from "@/lib/backup/plan-import";
import { numbersToTell, previewOf } from "@/lib/backup/preview";
import type { SetUp } from "@/lib/backup/set-up";
import { fileLimitBytes } from "../file-limit";
import type { ImportAnswer } from "./answer";
import { importChanges } from "./import-changes";
import { readUpload } from "./read-upload";

const asked = z.object({
  mode: z.enum(["replace", "add"]),
  /** The state that was looked at; without one nothing is written, and what would be is told. */
  state: z.string().max(200).optional(),
});

/**
 * A file that an owner chose: says what it would change here, and carries that out when it is sent again with the state
 * that was looked at. A route of its own, since a server action takes 1 MB.
 */
export const POST = withReference("backup.importFailed", importFile, (words) => refused(500, words));

async function importFile(request: Request): Promise<Response> {
  const signedIn = await findSignedIn();
  if (!signedIn) return refused(401, "You are signed out. Sign in in another tab, and try again.");
  if (!mayAct(signedIn.staff, "owner")) return refused(403, "Only an owner may.");
  if (!isSameOrigin(request.headers)) return refused(403, "This has to be sent from the page itself.");
  const query = asked.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success) return refused(400, "Choose what to do with the file.");
  const text = await readUpload(request, fileLimitBytes());
  if (text === 400) return refused(400, "This is no text in UTF-8, as our files are.");
  if (text === 413) {
    const limit = formatMegabytes(fileLimitBytes(), personLocale(request.headers.get("accept-language")));
    return refused(413, `This file is too large: at most ${limit}.`);
  }

  const { mode, state: seenState } = query.data;
  try {
    const { setUp: current, state } = await readSetUp(signedIn.db);
    if (seenState !== undefined && seenState !== state) return answer(409, { kind: "stale" });
    const read = await planImport({ text, mode, current, newId: randomUUID });
    // What is wrong with it is what was asked.
    if ("faults" in read) return answer(200, { kind: "faults", faults: read.faults });
    const { plan } = read;
    if (seenState !== undefined) return await carryOut(signedIn, { current, state, plan });
    return answer(200, {
      kind: "preview",
      isNothing: isNothing(plan.changes),
      kinds: previewOf(plan.changes, { before: current, after: plan.setUp }),
      numbers: numbersToTell(current, plan.setUp),
      state,
    });
  } catch (error) {
    const reference = logWithReference("backup.importFailed", error);
    const message = `Something went wrong on our side, and nothing has been changed. Please try again. Reference: ${reference}`;
    return refused(500, message);
  }
}

interface CarryingOut {
  current: SetUp;
  state: string;
  plan: ImportPlan;
}

/** Postgres: "deadlock detected". Somebody was saving at the same moment. */
const deadlock = "40P01";

async function carryOut({ db, staff }: SignedIn, { current, state, plan }: CarryingOut): Promise<Response> {
  if (isNothing(plan.changes)) return answer(200, { kind: "done", numbers: [] });
  try {
    await keepSounds(db, plan);
    await db.batch([
      ...holdSetUp(db, state),
      ...writeSetUp(db, plan.changes),
      ...recordActivities(db, importChanges(staff, current, plan)),
    ]);
  } catch (error) {
    if (constraintOf(error) === setUpHasChanged || sqlStateOf(error) === deadlock) {
      return answer(409, { kind: "stale" });
    }
    if (constraintOf(error) === "phone_numbers_preview_of_test_number") {
      const message =
        "A number is at a preview, and this file says that it is no test number. Take it back on its page first. Nothing has been changed.";
      return refused(409, message);
    }
    throw error;
  }
  const numbers = numbersToTell(current, plan.setUp);
  const ids = await db
    .select({ id: phoneNumbers.id, number: phoneNumbers.number })
    .from(phoneNumbers)
    .where(inArray(phoneNumbers.number, ["", ...numbers.map(({ number }) => number)]));
  const idOf = new Map(ids.map(({ id, number }) => [number, id]));
  return answer(200, {
    kind: "done",
    numbers: numbers.map((one) => ({ ...one, id: idOf.get(one.number) ?? "" })),
  });
}

const answer = (status: number, body: ImportAnswer): Response =>
  Response.json(body, { status, headers: { "cache-control": "private, no-store" } });

const refused = (status: number, message: string): Response => answer(status, { kind: "refused", message });
