import { z } from "zod";
import { requiredText, seenVersion } from "@/app/_mutations/form-fields";
import { declarationsSchema } from "@/lib/template/declaration-schema";
import { checkDraft } from "@/lib/template/draft/check-draft";
import { sizeLimit } from "@/lib/template/engine";
import { parameterFieldsOf } from "./_declaration/parameter-fields-of";
import { readDeclaration } from "./_declaration/read-declaration";

const fields = {
  name: requiredText("Please name the template.", 80),
  description: z.string().trim().max(500, "That is too long: at most 500 characters."),
  body: z
    .string()
    // A browser sends line ends as CR LF.
    .transform((text) => text.replace(/\r\n?/g, "\n").trimEnd())
    .pipe(
      z
        .string()
        .min(1, "Please write what the template does, beginning with <Response>.")
        .max(sizeLimit, `A template can have ${sizeLimit} characters.`),
    ),
  parameters: declarationsSchema,
};

const sentFields = z.record(z.string(), z.string());

/** All is sent by name and text: the fields of the parameters become one list. */
function nested(input: unknown): unknown {
  const sent = sentFields.parse(input);
  return { ...sent, parameters: parameterFieldsOf(sent).map(readDeclaration) };
}

interface Written {
  body: string;
  parameters: z.output<typeof declarationsSchema>;
}

/** The first error of the text; all of them are listed beside it as one types. */
function checkBody({ body, parameters }: Written, context: z.RefinementCtx): void {
  const error = checkDraft({ body, parameters }).find(({ severity }) => severity === "error");
  if (!error) return;
  context.addIssue({ code: "custom", path: ["body"], message: `Line ${error.line}: ${error.message}` });
}

export const newTemplateSchema = z.preprocess(nested, z.object(fields).superRefine(checkBody));

export const savedTemplateSchema = z.preprocess(
  nested,
  z.object({ ...fields, ...seenVersion }).superRefine(checkBody),
);
