import { answerMenu, inputFrom } from "@/lib/call/menu";
import { answerStep, type StepRouteContext } from "../../_line/answer-step";

export const runtime = "edge";

/** A caller has pressed a key, has spoken, or has done neither. */
export function POST(request: Request, context: StepRouteContext): Promise<Response> {
  return answerStep("menu", request, context, ({ step, received, setup, reached, moment }) =>
    answerMenu(step, inputFrom(received.parameters), setup.action, reached, moment),
  );
}
