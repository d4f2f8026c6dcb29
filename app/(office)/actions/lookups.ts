"use server";

import { Temporal } from "temporal-polyfill";
import type { SearchedChoice } from "@/app/_components/search-choice";
import { searchSent } from "@/app/_lists/url-texts";
import { originHere } from "@/app/_twilio/origin-here";
import { findActionTemplate } from "@/db/queries/actions/find-action-template";
import {
  searchActionChoices,
  searchGreetingChoices,
  searchPeopleChoices,
  searchTemplateChoices,
} from "@/db/queries/actions/search-choices";
import type { ActionTemplate } from "@/db/queries/actions/template-json";
import { requireStaff } from "@/lib/auth/require-staff";
import { exampleActionId } from "@/lib/call/example-action";
import type { CallPreview } from "@/lib/call/preview-call";
import { previewOf } from "./preview-of";
import { readAction } from "./read-action";

/*
 * What the form asks while somebody fills it in. Nothing here changes anything, but a bare POST from anywhere reaches
 * each of them, so each finds out for itself who is asking. Only managers have the form.
 */

export async function searchActions(search: string): Promise<SearchedChoice[]> {
  const { db } = await requireStaff("manager");
  const found = await searchActionChoices(db, searchSent(search));
  return found.map(({ id, name, templateName }) => ({ id, label: name, detail: templateName }));
}

export async function searchPeople(search: string): Promise<SearchedChoice[]> {
  const { db } = await requireStaff("manager");
  const found = await searchPeopleChoices(db, searchSent(search));
  return found.map(({ id, name, phones }) => ({ id, label: name, detail: phonesInWords(phones) }));
}

const phonesInWords = (phones: number): string =>
  phones === 0 ? "No phone that rings" : phones === 1 ? "1 phone" : `${phones} phones`;

export async function searchGreetings(search: string): Promise<SearchedChoice[]> {
  const { db } = await requireStaff("manager");
  const found = await searchGreetingChoices(db, searchSent(search));
  return found.map(({ id, name }) => ({ id, label: name }));
}

export async function searchTemplates(search: string): Promise<SearchedChoice[]> {
  const { db } = await requireStaff("manager");
  const found = await searchTemplateChoices(db, searchSent(search));
  return found.map(({ id, name, description }) => ({ id, label: name, detail: description }));
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A template, for a form that changes to it; null when it has been deleted. */
export async function loadTemplate(id: string): Promise<ActionTemplate | null> {
  const { db } = await requireStaff("manager");
  return typeof id === "string" && uuid.test(id)
    ? ((await findActionTemplate(db, id))?.template ?? null)
    : null;
}

export interface DraftPreview extends CallPreview {
  /** What has to be put right before it can be saved. */
  problems: string[];
}

/**
 * What a call would get of the form as it stands. Rendered here and not in the browser: it needs the people, their phones
 * and the actions that it leads to, which are in the database, and the template engine and the XML reader are more code
 * than the rest of the page.
 */
export async function previewDraft(form: FormData): Promise<DraftPreview | null> {
  const { db } = await requireStaff("manager");
  const typed: Record<string, unknown> = form instanceof FormData ? Object.fromEntries(form) : {};
  const templateId = String(typed.templateId ?? "");
  const read = uuid.test(templateId) ? await readAction(db, { templateId, typed }) : null;
  if (!read) return null;
  const id = typeof typed.id === "string" && uuid.test(typed.id) ? typed.id : exampleActionId;
  const name = String(typed.name || "This action");
  const at = Temporal.Now.instant();
  const preview = previewOf({ id, name }, read, { origin: await originHere(), at });
  return { ...preview, problems: [...new Set(Object.values(read.fieldErrors))] };
}
