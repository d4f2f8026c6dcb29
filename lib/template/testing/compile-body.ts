import { type CompiledTemplate, compileTemplate } from "../compile-template";
import { renderTemplate } from "../render-template";
import { TemplateFault } from "../template-fault";
import { exampleParameters, exampleScope } from "./example-call";

/** Compiles a template with the example parameters. */
export const compileBody = (body: string): CompiledTemplate =>
  compileTemplate({ body, parameters: exampleParameters });

/** Renders a template with the example parameters for the example call. */
export const renderBody = (body: string, values: Readonly<Record<string, unknown>> = {}): string =>
  renderTemplate(compileBody(body), exampleScope(values));

/** The fault that something throws. Any other error, or none, fails the test. */
export function faultOf(run: () => unknown): TemplateFault {
  try {
    run();
  } catch (error) {
    if (error instanceof TemplateFault) return error;
    throw error;
  }
  throw new Error("Nothing was wrong");
}
