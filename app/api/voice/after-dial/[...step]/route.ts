import { answerAfterDial, dialResultFrom } from "@/lib/call/after-dial";
import { answerStep, type StepRouteContext } from "../../_line/answer-step";

export const runtime = "edge";

/** A ring is over: answered, refused, busy, or nobody there. */
export function POST(request: Request, context: StepRouteContext): Promise<Response> {
  return answerStep("after-dial", request, context, ({ step, received, setup, soFar, moment }) =>
    answerAfterDial(step, dialResultFrom(received.parameters, soFar?.legs), setup.action, moment),
  );
}
