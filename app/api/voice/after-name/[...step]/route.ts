import { answerAfterName, saidNameFrom } from "@/lib/call/after-name";
import { answerStep, type StepRouteContext } from "../../_line/answer-step";

export const runtime = "edge";

/** A caller has said their name, or nothing, and is put through. */
export function POST(request: Request, context: StepRouteContext): Promise<Response> {
  return answerStep("after-name", request, context, ({ step, received, setup, moment }) =>
    answerAfterName(step, saidNameFrom(received.parameters), setup.action, moment),
  );
}
