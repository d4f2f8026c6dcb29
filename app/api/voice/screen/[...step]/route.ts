import { answerScreen } from "@/lib/call/screening";
import { answerStep, type StepRouteContext } from "../../_line/answer-step";

export const runtime = "edge";

/** Somebody picked up, and is asked whether they take the call. */
export function POST(request: Request, context: StepRouteContext): Promise<Response> {
  return answerStep("screen", request, context, ({ step, received, setup, soFar, moment }) =>
    answerScreen(step, received.callSid, setup.action, soFar, moment),
  );
}
