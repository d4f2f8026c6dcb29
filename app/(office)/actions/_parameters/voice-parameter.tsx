"use client";

import { useRef, useState } from "react";
import { HearIt } from "@/app/_components/hear-it";
import { HiddenValue } from "@/app/_components/hidden-value";
import { noChoice, SearchChoice, type SearchedChoice } from "@/app/_components/search-choice";
import type { VoiceChoice } from "@/lib/template/types";
import { languageInWords } from "./language-in-words";
import { type ParameterProps, readJson } from "./parameter-props";
import { labelOf } from "./parameter-words";
import { voiceId } from "./voice-id";

const mostFound = 60;

/** Who speaks, and in which language: found by the name of either. */
export function VoiceParameter({ declaration, name, value, typed, error, surroundings }: ParameterProps) {
  const { firmVoice, names, spokenFields } = surroundings;
  const [voice, setVoice] = useState(() => initialVoice(typed, value));
  const place = useRef<HTMLDivElement>(null);

  const readTexts = () => {
    const form = place.current?.closest("form");
    const fields = form ? new FormData(form) : new FormData();
    return spokenFields.map((field) => String(fields.get(field) ?? "").trim()).filter(Boolean);
  };
  const choose = (choice: SearchedChoice | null) => {
    if (choice) names.set(choice.id, choice.label);
    const [language = "", ...rest] = (choice?.id ?? "").split(" ");
    setVoice(rest.length > 0 ? { language, name: rest.join(" ") } : null);
  };
  const id = voice ? voiceId(voice) : "";
  return (
    <div ref={place} className="flex flex-col gap-2">
      <SearchChoice
        label={labelOf(declaration)}
        help={declaration.help}
        error={error}
        placeholder="The firm’s voice, or type a language or a name"
        chosen={voice ? { id, label: names.get(id) ?? voice.name } : noChoice}
        onChoose={choose}
        search={(text) => searchVoices(text, voice ?? firmVoice)}
      />
      <HiddenValue name={name} value={voice ? JSON.stringify(voice) : ""} />
      <HearIt language={(voice ?? firmVoice).language} readTexts={readTexts} />
    </div>
  );
}

function initialVoice(typed: string | undefined, value: ParameterProps["value"]): VoiceChoice | null {
  const given = typed === undefined ? value : readJson(typed);
  return given !== null && typeof given === "object" && "language" in given ? (given as VoiceChoice) : null;
}

/** The list is long, and most never ask for it. */
async function searchVoices(text: string, current: VoiceChoice): Promise<SearchedChoice[]> {
  const { listVoices } = await import("@/lib/twiml/voices");
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const choices = listVoices().map((voice) => {
    const group = languageInWords(voice.language);
    return { id: voiceId(voice), label: `${voice.label} · ${group}`, group, language: voice.language };
  });
  const fits = ({ label, language }: (typeof choices)[number]) =>
    words.length === 0
      ? language === current.language
      : words.every((word) => `${label} ${language}`.toLowerCase().includes(word));
  const found = choices.filter(fits).toSorted((one, other) => one.group.localeCompare(other.group, "en"));
  return found.slice(0, mostFound);
}
