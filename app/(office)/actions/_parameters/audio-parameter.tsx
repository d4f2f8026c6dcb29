"use client";

import { Input } from "@heroui/react/input";
import { inputVariants } from "@heroui/styles";
import { useId, useState } from "react";
import { FieldFrame } from "@/app/_components/field-frame";
import { HiddenValue } from "@/app/_components/hidden-value";
import { NearLink } from "@/app/_components/near-link";
import { noChoice, SearchChoice } from "@/app/_components/search-choice";
import { SoundPlayer } from "@/app/_components/sound-player";
import { useHydrated } from "@/app/_components/use-hydrated";
import { isGreetingChoice } from "@/lib/template/greeting-choice";
import { searchGreetings } from "../lookups";
import { readAudio, writeAudio } from "./audio-choice";
import type { ParameterProps } from "./parameter-props";
import { labelOf } from "./parameter-words";

type Kind = "none" | "greeting" | "address";

/** The sounds that ship with the app, in public/sounds. */
const ownSounds = [{ path: "/sounds/chime.wav", label: "A chime" }];

/** A greeting of the library, the address of a sound, or nothing: each with a way to listen to it. */
export function AudioParameter({ declaration, name, value, typed, error, surroundings }: ParameterProps) {
  const isAwake = useHydrated();
  const sent = readAudio(typed ?? writeAudio(value));
  const [greetingId, setGreetingId] = useState(isGreetingChoice(sent) ? sent.greetingId : "");
  const [address, setAddress] = useState(isGreetingChoice(sent) ? "" : sent);
  const [kind, setKind] = useState<Kind>(isGreetingChoice(sent) ? "greeting" : sent ? "address" : "none");
  const chosen = { none: "", greeting: greetingId && writeAudio({ greetingId }), address }[kind];
  return (
    <div className="flex flex-col gap-3">
      <HiddenValue name={name} value={chosen} />
      <FieldFrame
        label={labelOf(declaration)}
        name=""
        help={declaration.help}
        error={kind === "none" ? error : undefined}
      >
        {({ name: _, ...names }) => (
          // Of no form: React resets a form that was sent, and a list to what it first showed.
          <select
            {...names}
            form="none"
            disabled={!isAwake}
            value={kind}
            onChange={(event) => setKind(event.target.value as Kind)}
            className={inputVariants({ fullWidth: true, className: "min-h-10" })}
          >
            <option value="none">{declaration.isRequired ? "Please choose" : "None"}</option>
            <option value="greeting">A greeting of the library</option>
            <option value="address">A sound from the web, or our chime</option>
          </select>
        )}
      </FieldFrame>
      {kind === "greeting" && (
        <GreetingField
          id={greetingId}
          error={error}
          names={surroundings.names}
          about={declaration.label}
          onChoose={setGreetingId}
        />
      )}
      {kind === "address" && (
        <AddressField address={address} error={error} about={declaration.label} onChange={setAddress} />
      )}
    </div>
  );
}

interface FieldProps {
  error: string | undefined;
  /** What the parameter is called. */
  about: string;
}

function GreetingField({
  id,
  error,
  names,
  about,
  onChoose,
}: FieldProps & { id: string; names: Map<string, string>; onChoose(id: string): void }) {
  const called = names.get(id);
  return (
    <div className="flex flex-col gap-2">
      <SearchChoice
        label="Greeting"
        error={error}
        placeholder="Type a part of a greeting’s name"
        chosen={id ? { id, label: called ?? "A greeting that has been deleted" } : noChoice}
        onChoose={(choice) => {
          if (choice) names.set(choice.id, choice.label);
          onChoose(choice?.id ?? "");
        }}
        search={searchGreetings}
      />
      {id && called && (
        <SoundPlayer src={`/greetings/${id}/sound`} label={`${about}: “${called}” as of now`} />
      )}
      <NearLink href="/greetings/new" target="_blank" className="w-fit text-sm underline">
        Make a new greeting (opens in a new tab)
      </NearLink>
    </div>
  );
}

function AddressField({
  address,
  error,
  about,
  onChange,
}: FieldProps & { address: string; onChange(address: string): void }) {
  const listId = useId();
  return (
    <div className="flex flex-col gap-2">
      <FieldFrame
        label="Address of the sound"
        name=""
        help="An MP3 or WAV file at an address that begins with https://, or our own chime: /sounds/chime.wav"
        error={error}
      >
        {({ name: _, ...names }) => (
          <Input
            {...names}
            type="text"
            inputMode="url"
            autoComplete="off"
            list={listId}
            value={address}
            onChange={(event) => onChange(event.target.value)}
            fullWidth
          />
        )}
      </FieldFrame>
      <datalist id={listId}>
        {ownSounds.map(({ path, label }) => (
          <option key={path} value={path}>
            {label}
          </option>
        ))}
      </datalist>
      {ownSounds.some(({ path }) => path === address) && (
        <SoundPlayer src={address} label={`${about}: our chime`} />
      )}
      {/^https:\/\/\S+$/.test(address) && (
        // Not played here: these pages load nothing from elsewhere.
        <a href={address} target="_blank" rel="noreferrer" className="w-fit text-sm underline wrap-anywhere">
          Listen to it (opens in a new tab)
        </a>
      )}
    </div>
  );
}
