"use client";

import { Alert } from "@heroui/react/alert";
import { Button } from "@heroui/react/button";
import { inputVariants } from "@heroui/styles";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { FieldFrame } from "@/app/_components/field-frame";
import { RefusalAlert } from "@/app/_components/refusal-alert";
import { useHydrated } from "@/app/_components/use-hydrated";
import type { ImportMode } from "@/lib/backup/resolve";
import { FaultList } from "./fault-list";
import type { ImportAnswer } from "./import/answer";
import { NumbersToTell } from "./numbers-to-tell";
import { PreviewList } from "./preview-list";
import { sendFile } from "./send-file";

const modes: readonly { value: ImportMode; label: string; help: string }[] = [
  {
    value: "add",
    label: "Add and change only",
    help: "What the file has is added, or changed to be as in the file. Everything else stays.",
  },
  {
    value: "replace",
    label: "Make it exactly as in the file",
    help: "Whatever the file does not have is removed as well. Numbers of your account at Twilio stay.",
  },
];

interface ImportFormProps {
  limitBytes: number;
  /** The same in words. */
  limit: string;
}

/** Sends the chosen file twice: to be told what it would change, and, with the state that was looked at, to do it. */
export function ImportForm({ limitBytes, limit }: ImportFormProps) {
  const router = useRouter();
  const isAlive = useHydrated();
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState<ImportMode>("add");
  const [answer, setAnswer] = useState<ImportAnswer | null>(null);
  const [pending, setPending] = useState<"looking" | "importing" | null>(null);
  const result = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (answer) result.current?.focus();
  }, [answer]);

  const send = async (state?: string) => {
    if (pending !== null) return;
    if (!file) return setAnswer({ kind: "refused", message: "Choose a file first." });
    if (file.size > limitBytes) {
      return setAnswer({
        kind: "refused",
        message: `This file is too large: at most ${limit}. Download it again without the sounds.`,
      });
    }
    setPending(state === undefined ? "looking" : "importing");
    const answered = await sendFile(file, { mode, ...(state !== undefined && { state }) });
    setAnswer(answered);
    setPending(null);
    if (answered.kind === "done") router.refresh();
  };
  /** What was looked at is not what is chosen now. */
  const forget = () => setAnswer(null);

  return (
    <form
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <FieldFrame label="File" name="file" help={`A file that was downloaded here, of at most ${limit}.`}>
        {(names) => (
          <input
            {...names}
            type="file"
            accept=".json,application/json"
            disabled={!isAlive}
            className={inputVariants({ fullWidth: true, className: "min-h-10" })}
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              forget();
            }}
          />
        )}
      </FieldFrame>
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-2 text-sm font-medium">What to do with it</legend>
        {modes.map(({ value, label, help }) => (
          <label key={value} className="flex items-start gap-3">
            <input
              type="radio"
              name="mode"
              value={value}
              checked={mode === value}
              disabled={!isAlive}
              className="mt-1 size-4 accent-accent"
              onChange={() => {
                setMode(value);
                forget();
              }}
            />
            <span>
              <span className="font-medium">{label}</span>
              <span className="block text-sm text-muted">{help}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div>
        <Button type="submit" variant={answer?.kind === "preview" ? "secondary" : "primary"}>
          {pending === "looking" ? "Looking…" : "See what would change"}
        </Button>
      </div>
      <div
        ref={result}
        tabIndex={-1}
        aria-live="polite"
        className="flex flex-col gap-4 outline-none empty:hidden"
      >
        {answer?.kind === "refused" && <RefusalAlert message={answer.message} />}
        {answer?.kind === "stale" && (
          <RefusalAlert message="Somebody has changed the set-up since you looked, so nothing was done. Look again at what would change." />
        )}
        {answer?.kind === "faults" && <FaultList faults={answer.faults} />}
        {answer?.kind === "preview" && (
          <>
            <PreviewList kinds={answer.kinds} isNothing={answer.isNothing} />
            <NumbersToTell numbers={answer.numbers} />
            {!answer.isNothing && (
              <div>
                <Button variant="primary" onPress={() => void send(answer.state)}>
                  {pending === "importing" ? "Doing it…" : "Do this now"}
                </Button>
              </div>
            )}
          </>
        )}
        {answer?.kind === "done" && (
          <>
            <Alert status="success" className="gap-2 bg-success-soft px-3 shadow-none">
              <Alert.Indicator />
              <Alert.Content>
                <Alert.Title>Done: everything is as you saw it. The next call goes by it.</Alert.Title>
              </Alert.Content>
            </Alert>
            <NumbersToTell numbers={answer.numbers} />
          </>
        )}
      </div>
    </form>
  );
}
