import { answerDirectory } from "@/lib/call/directory";
import { answerStep, type StepRouteContext } from "../../_line/answer-step";

export const runtime = "edge";

/** A caller has keyed the letters of a name, has chosen one of those read out, or has done neither. */
export function POST(request: Request, context: StepRouteContext): Promise<Response> {
  return answerStep("directory", request, context, ({ step, received, setup, reached, moment }) =>
    answerDirectory(step, received.parameters.get("Digits") ?? "", setup.action, reached, moment),
  );
}
