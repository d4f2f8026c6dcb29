import { answerScreened } from "@/lib/call/screening";
import { answerStep, type StepRouteContext } from "../../_line/answer-step";

export const runtime = "edge";

/** Whoever picked up has pressed a key, or none. */
export function POST(request: Request, context: StepRouteContext): Promise<Response> {
  return answerStep("screened", request, context, ({ step, received, setup, moment }) =>
    answerScreened(step, received.parameters.get("Digits") ?? "", setup.action, moment),
  );
}
