import { Call } from "./call";
import type { CallPlan } from "./call-plan";
import { endInWords, type PlayedCall } from "./played-call";
import { runProcess } from "./process";
import { type Outcome, runDocuments } from "./run-documents";

/**
 * Plays a whole call against a running app, in the part of Twilio and of everybody on the line: fetches TwiML from the
 * number's URL, signed, and does what it says until somebody hangs up. A minute of it takes no time.
 */
export async function playCall(plan: CallPlan): Promise<PlayedCall> {
  const call = new Call(plan);
  const { account } = plan;
  const process = runDocuments(call, call.leg, { url: `${account.baseUrl}/api/voice`, method: "POST" });
  const outcome = await runProcess(process, async (seconds) => {
    call.now += seconds;
    await plan.timePasses?.(seconds);
    await call.callbacks.timePasses();
  });
  end(call, outcome);
  await plan.timePasses?.(0);
  await call.tellStatus();
  await call.callbacks.sendAll();
  const { rang, legs, talkedTo, messages, isRejected, endedBy, asked, faults, happenings } = call;
  return {
    callSid: call.leg.sid,
    heard: call.leg.heard,
    seconds: call.now,
    ended: endInWords(call),
    ...{ rang, legs, talkedTo, messages, isRejected, endedBy, asked, faults, happenings },
  };
}

function end(call: Call, outcome: Outcome): void {
  const { leg } = call;
  switch (outcome) {
    case "gone":
      call.endedBy = "the caller";
      if (leg.status === "in-progress") leg.status = "completed";
      return;
    case "rejected":
      call.isRejected = true;
      leg.status = "busy";
      call.tell(null, "is turned away");
      return;
    case "failed":
      call.endedBy = "Twilio";
      leg.status = "failed";
      call.fault("The caller heard that an application error has occurred");
      call.tell(null, "hears that an application error has occurred");
      return;
    default:
      leg.status = "completed";
      call.tell(null, "is hung up");
      if (!leg.hasHeardSomething) call.fault("The caller was hung up on in silence");
  }
}
