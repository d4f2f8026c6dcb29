import { answerExtension } from "@/lib/call/extension";
import { answerStep, type StepRouteContext } from "../../_line/answer-step";

export const runtime = "edge";

/** A caller has dialled an extension, or has dialled nothing. */
export function POST(request: Request, context: StepRouteContext): Promise<Response> {
  return answerStep("extension", request, context, ({ step, received, setup, reached, moment }) =>
    answerExtension(step, received.parameters.get("Digits") ?? "", setup.action, reached, moment),
  );
}
