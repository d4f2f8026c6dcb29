import { Temporal } from "temporal-polyfill";
import { originHere } from "@/app/_twilio/origin-here";
import type { Database } from "@/db/client";
import type { ActionTemplate } from "@/db/queries/actions/template-json";
import { exampleActionId } from "@/lib/call/example-action";
import type { ActionValue } from "@/lib/template/value-schemas";
import { voiceInWords } from "@/lib/twiml/voices";
import { languageInWords } from "./_parameters/language-in-words";
import { voiceId } from "./_parameters/voice-id";
import type { ActionFormProps } from "./action-form";
import { previewOf } from "./preview-of";
import { readStored } from "./read-action";

interface ShownAction {
  id?: string;
  name: string;
  template: ActionTemplate;
  values: Readonly<Record<string, ActionValue>>;
}

/** What the form of an action shows at first, in one statement. */
export async function draftOf(
  db: Database,
  { id = exampleActionId, name, template, values }: ShownAction,
): Promise<Omit<ActionFormProps, "editing">> {
  const read = await readStored(db, template, values);
  const { people, actions, greetings, country, firm } = read.parts;
  const preview = previewOf({ id, name: name || "This action" }, read, {
    origin: await originHere(),
    at: Temporal.Now.instant(),
  });
  const voices = Object.values(read.values).flatMap((value) =>
    value !== null && typeof value === "object" && "language" in value
      ? [[voiceId(value), `${voiceInWords(value.name)} · ${languageInWords(value.language)}`]]
      : [],
  );
  return {
    name,
    template,
    values,
    names: Object.fromEntries([
      ...[...people, ...actions, ...greetings].map((each) => [each.id, each.name]),
      ...voices,
    ]),
    country,
    firmVoice: firm.voice,
    preview: { ...preview, problems: [] },
  };
}
