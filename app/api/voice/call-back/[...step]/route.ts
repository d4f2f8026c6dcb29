import { findOutgoingCall } from "@/db/queries/outgoing-calls/find-outgoing-call";
import { recordDialStatus } from "@/db/queries/outgoing-calls/record-outgoing-call";
import { dialResultFrom, wasTaken } from "@/lib/call/after-dial";
import { hangUp } from "@/lib/call/answers";
import {
  afterCallBack,
  askToCallBack,
  callBackCannotGoOn,
  callBackUrls,
  callKey,
  callTheOther,
} from "@/lib/call/call-back";
import { readPlacedCallPath } from "@/lib/call/placed-call-path";
import { logFault } from "@/lib/log";
import type { StepRouteContext } from "../../_line/answer-step";
import { drizzleDatabase } from "../../_line/drizzle-database";
import type { Received } from "../../_line/receive";
import { answerTwilio } from "../../_line/respond";
import { reportAfterAnswer } from "../report-call-back";

export const runtime = "edge";

/**
 * A staff user calls back: asked to press 1 when they pick up, connected when they do, told how it went. Their phone is
 * never sent to the fallback number, as a caller would be.
 */
export async function POST(request: Request, { params }: StepRouteContext): Promise<Response> {
  const path = readPlacedCallPath((await params).step);
  return answerTwilio(request, async (received) => {
    if (!path) return callBackCannotGoOn();
    try {
      if (path.rest === "dialled") return answerDialled(path.id, received);
      return await answerOwnPhone(path.id, path.rest === "pressed", received);
    } catch (error) {
      logFault("callBack.unanswered", error, { outgoingCallId: path.id });
      return callBackCannotGoOn();
    }
  });
}

async function answerOwnPhone(id: string, hasPressed: boolean, { origin, parameters }: Received) {
  if (hasPressed && parameters.get("Digits") !== callKey) return hangUp();
  const call = await findOutgoingCall(drizzleDatabase(), id);
  if (!call?.callerId) return callBackCannotGoOn();
  const parties = { ...call, callerId: call.callerId };
  const urls = callBackUrls(origin, id);
  if (!hasPressed) return askToCallBack(parties, urls);
  reportAfterAnswer(id, (db) => recordDialStatus(db, { id, status: "ringing" }));
  return callTheOther(parties, urls);
}

function answerDialled(id: string, { parameters }: Received): string {
  const dial = dialResultFrom(parameters);
  // A leg that picked up and was never connected can report "completed".
  const wasOnlyPickedUp = dial.status === "completed" && !wasTaken(dial);
  const status = wasOnlyPickedUp ? "no-answer" : dial.status;
  reportAfterAnswer(id, (db) => recordDialStatus(db, { id, status, durationSeconds: dial.durationSeconds }));
  return afterCallBack(dial);
}
