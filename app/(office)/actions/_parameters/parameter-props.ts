import type { ParameterDeclaration, VoiceChoice } from "@/lib/template/types";
import type { ActionValue } from "@/lib/template/value-schemas";

/** What the fields of an action's parameters know of the office around them. */
export interface FieldSurroundings {
  /** ISO 3166-1 alpha-2: how numbers are read and written. */
  country: string;
  /** Speaks wherever an action names no voice. */
  firmVoice: VoiceChoice;
  /** What people, actions and voices are called, by id or name; whoever chooses another one adds it. */
  names: Map<string, string>;
  /** Whether the template reads how long each of several people rings. */
  hasRingTimeOfEach: boolean;
  /** The fields whose texts are spoken, in order, for a voice to be tried with. */
  spokenFields: readonly string[];
}

export interface ParameterProps {
  declaration: ParameterDeclaration;
  /** The name of the form's field. */
  name: string;
  /** What stands there now; null for nothing. */
  value: ActionValue;
  /** What the form sent, when saving failed. */
  typed: string | undefined;
  error: string | undefined;
  /** All errors of the form, for those within a list: "values.people.1.number". */
  fieldErrors: Readonly<Record<string, string>>;
  surroundings: FieldSurroundings;
}

/** What the form calls the field of a parameter. */
export const fieldName = (key: string): string => `values.${key}`;

/** What an editor begins with: what was sent, or what stands there. */
export function initialList<Entry>(typed: string | undefined, value: ActionValue): Entry[] {
  const from = typed === undefined ? value : readJson(typed);
  return Array.isArray(from) ? (from as Entry[]) : [];
}

/** What an editor of ours wrote into its hidden field; null for what is no JSON, such as an empty one. */
export function readJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
