"use client";

import { inputVariants } from "@heroui/styles";
import { useRef, useState } from "react";
import type { ChoiceOption } from "@/app/_components/choice-field";
import { type ControlNames, FieldFrame } from "@/app/_components/field-frame";
import { HearIt } from "@/app/_components/hear-it";
import { useHydrated } from "@/app/_components/use-hydrated";
import { listVoices, voiceInWords } from "@/lib/twiml/voices";

interface VoiceFieldsProps {
  /** In the order in which they are offered. */
  languages: readonly ChoiceOption[];
  initial: { language: string; voice: string };
  typed: Readonly<Record<string, string>>;
  error: string | undefined;
}

/** The fields "language" and "voice": the voices are those of the language. */
export function VoiceFields({ languages, initial, typed, error }: VoiceFieldsProps) {
  const isHydrated = useHydrated();
  const fields = useRef<HTMLDivElement>(null);
  const [language, setLanguage] = useState(typed.language ?? initial.language);
  const [voice, setVoice] = useState(typed.voice ?? initial.voice);
  const voices = voicesOf(language);
  const options = voices.some(({ value }) => value === voice)
    ? voices
    : [{ value: voice, label: voiceInWords(voice) }, ...voices];
  return (
    <div ref={fields} className="grid gap-5 sm:grid-cols-2">
      <FieldFrame label="Language" name="language" error={undefined}>
        {(names) => (
          <KeptSelect
            {...names}
            value={language}
            options={languages}
            // Without a script the voices could not follow.
            isDisabled={!isHydrated}
            onChange={(chosen) => {
              setLanguage(chosen);
              setVoice(voicesOf(chosen)[0]?.value ?? "");
            }}
          />
        )}
      </FieldFrame>
      <FieldFrame label="Voice" name="voice" error={error}>
        {(names) => (
          <KeptSelect
            {...names}
            value={voice}
            options={options}
            isDisabled={!isHydrated}
            onChange={setVoice}
          />
        )}
      </FieldFrame>
      <div className="sm:col-span-2">
        <HearIt language={language} readTexts={() => nameOfTheFirm(fields.current)} />
      </div>
      {!isHydrated && (
        <>
          <input type="hidden" name="language" value={language} />
          <input type="hidden" name="voice" value={voice} />
        </>
      )}
    </div>
  );
}

/** What every firm's callers hear, in any language. */
function nameOfTheFirm(fields: HTMLElement | null): string[] {
  const name = new FormData(fields?.closest("form") ?? undefined).get("name");
  return typeof name === "string" && name.trim() ? [name] : [];
}

const voicesOf = (language: string): ChoiceOption[] =>
  listVoices()
    .filter((voice) => voice.language === language)
    .map(({ name, label }) => ({ value: name, label }));

interface KeptSelectProps extends ControlNames {
  value: string;
  options: readonly ChoiceOption[];
  isDisabled: boolean;
  onChange(value: string): void;
}

function KeptSelect({ value, options, isDisabled, onChange, ...names }: KeptSelectProps) {
  return (
    <select
      {...names}
      value={value}
      disabled={isDisabled}
      onChange={(event) => onChange(event.target.value)}
      // React resets a form once it has been sent, and a list to the attributes of its lines, which it leaves alone.
      ref={(list) => {
        for (const option of list?.options ?? []) option.defaultSelected = option.value === value;
      }}
      className={inputVariants({ fullWidth: true, className: "min-h-10" })}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
