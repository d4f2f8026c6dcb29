"use client";

import { Alert } from "@heroui/react/alert";
import { Card } from "@heroui/react/card";
import type { CallPreview } from "@/lib/call/preview-call";
import { TwimlBox } from "./twiml-box";

interface CallPreviewCardProps {
  preview: CallPreview;
  title?: string;
  /** Said below the title, such as whose call it is an example of. */
  about?: string;
  /** What keeps it from being saved as it stands. */
  problems?: readonly string[];
  /** Whether a newer one is on its way. */
  isBusy?: boolean;
}

/** What a call gets, in plain words, and the TwiML for those who ask. */
export function CallPreviewCard({
  preview,
  title = "What the caller gets",
  about,
  problems = [],
  isBusy = false,
}: CallPreviewCardProps) {
  const { sentences, faults, notes, twiml } = preview;
  return (
    <Card className="gap-4 p-6">
      <div>
        <h2 className="text-base font-semibold">{title}</h2>
        {about && <p className="text-sm text-muted">{about}</p>}
      </div>
      {/* One that a newer answer replaces is read out when it is there, not while somebody types. */}
      <div aria-live="polite" aria-busy={isBusy} className="flex flex-col gap-4">
        {faults.length > 0 && (
          <Messages status="danger" title="This would not work on a call" messages={faults} />
        )}
        {problems.length > 0 && (
          <Messages status="warning" title="Before it can be saved" messages={problems} />
        )}
        {sentences.length > 0 && (
          <ol className="flex list-decimal flex-col gap-2 ps-5 text-sm marker:text-muted">
            {numbered(sentences).map(({ key, sentence }) => (
              <li key={key} className="ps-1 wrap-anywhere">
                {sentence}
              </li>
            ))}
          </ol>
        )}
        {notes.length > 0 && <Messages status="warning" title="Worth knowing" messages={notes} />}
      </div>
      {twiml !== null && <TwimlBox twiml={twiml} />}
    </Card>
  );
}

function Messages({
  status,
  title,
  messages,
}: {
  status: "danger" | "warning";
  title: string;
  messages: readonly string[];
}) {
  const tone = status === "danger" ? "bg-danger-soft" : "bg-warning-soft";
  return (
    <Alert status={status} className={`gap-2 px-3 shadow-none ${tone}`}>
      <Alert.Indicator />
      <Alert.Content>
        <Alert.Title>{title}</Alert.Title>
        <Alert.Description>
          <ul className="flex flex-col gap-1">
            {numbered(messages).map(({ key, sentence }) => (
              <li key={key} className="wrap-anywhere">
                {sentence}
              </li>
            ))}
          </ul>
        </Alert.Description>
      </Alert.Content>
    </Alert>
  );
}

/** A caller may hear the same twice. */
const numbered = (sentences: readonly string[]) =>
  sentences.map((sentence, index) => ({ key: `${index} ${sentence}`, sentence }));
