import { answerAfterRecord, recordingFrom } from "@/lib/call/after-record";
import { answerStep, type StepRouteContext } from "../../_line/answer-step";

export const runtime = "edge";

/** A recording is over. Whoever left one is there, so the count of idle steps begins again. */
export function POST(request: Request, context: StepRouteContext): Promise<Response> {
  return answerStep("after-record", request, context, ({ step, received, setup, moment }) =>
    answerAfterRecord(step, recordingFrom(received.parameters), setup.action, { ...moment, idleSteps: 0 }),
  );
}
