import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { firmSettings, templates } from "@/db/schema";
import type { VoiceChoice } from "@/lib/template/types";
import { type ActionTemplate, templateAsJson } from "./template-json";

/** A template, and what of the firm's settings its form needs. */
export interface TemplateToFill {
  template: ActionTemplate;
  /** ISO 3166-1 alpha-2: how numbers are read and written. */
  country: string;
  firmVoice: VoiceChoice;
}

/** A template with what it declares, or null when there is none of this id. */
export async function findActionTemplate(db: Database, id: string): Promise<TemplateToFill | null> {
  const [row] = await db
    .select({
      template: templateAsJson,
      country: firmSettings.country,
      voice: firmSettings.voice,
      language: firmSettings.language,
    })
    .from(firmSettings)
    .innerJoin(templates, eq(templates.id, id));
  if (!row) return null;
  const { voice, language, ...found } = row;
  return { ...found, firmVoice: { name: voice, language } };
}
