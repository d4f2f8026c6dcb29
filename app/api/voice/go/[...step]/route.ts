import { answerGo } from "@/lib/call/go";
import { answerStep, type StepRouteContext } from "../../_line/answer-step";

export const runtime = "edge";

/** The call goes on to another action. */
export function POST(request: Request, context: StepRouteContext): Promise<Response> {
  return answerStep("go", request, context, ({ step, setup, moment }) =>
    answerGo(step, setup.action, setup.firm, moment),
  );
}
