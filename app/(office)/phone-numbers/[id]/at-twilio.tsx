import { Card } from "@heroui/react/card";
import type { ReactNode } from "react";
import { ButtonLink } from "@/app/_components/button-link";
import type { PhoneNumber } from "@/db/queries/phone-numbers/find-phone-number";
import { numberState } from "@/lib/twilio/rest/number-state";
import { sameSettings } from "@/lib/twilio/rest/voice-settings";
import { NumberStateChip } from "../number-state-chip";
import { numberStateWords } from "../number-state-words";
import { VoiceSettingsList } from "../voice-settings-list";
import { RepairForm } from "./repair-form";

interface AtTwilioProps {
  number: PhoneNumber;
  /** When Twilio last said how the number stands, in words with the zone. */
  toldAt: string | null;
  goneAt: string | null;
  mayRepair: boolean;
}

/** How a number stands at Twilio, as Twilio last confirmed it: beside it what is wanted, and what stood there before. */
export function AtTwilio({ number, toldAt, goneAt, mayRepair }: AtTwilioProps) {
  const { settingsBefore: before, settingsWanted: wanted, settingsConfirmed: confirmed } = number;
  const state = numberState(number);
  // Of one at a preview the card beside this one says what to do.
  const isHere = number.previewOrigin === null;
  const isUnsettled = isHere && (state === "waiting" || state === "drifted" || state === "lettingGo");
  const mayBeLetGo = mayRepair && isHere && wanted && state !== "lettingGo" && !number.hasActiveConfiguration;
  return (
    <Card className="gap-5 p-6">
      <div className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-3">
          <h2 className="text-base font-semibold">At Twilio</h2>
          <NumberStateChip state={state} />
        </div>
        <p className="text-sm">
          {!isHere && state === "drifted"
            ? "Somebody has changed this number at Twilio, so its calls may not go to the preview. Taking it back puts the settings back that Switchboard wants."
            : numberStateWords[state].meaning}
        </p>
        {goneAt && <p className="text-sm text-muted">Twilio has not had it since {goneAt}.</p>}
        {state === "inStep" && !number.hasActiveConfiguration && (
          <p className="text-sm">No configuration is active, so callers are turned away.</p>
        )}
      </div>
      {mayRepair && isUnsettled && (
        <RepairForm number={{ id: number.id, version: number.version }} isDrifted={state === "drifted"} />
      )}
      {state !== "example" && (
        <div className="grid gap-6 lg:grid-cols-2">
          {confirmed && (
            <Settings title="Stands there now" note={toldAt && `as Twilio said ${toldAt}`}>
              <VoiceSettingsList settings={confirmed} {...(wanted && { wanted })} />
            </Settings>
          )}
          {wanted && !sameSettings(wanted, confirmed) && (
            <Settings title="Switchboard wants">
              <VoiceSettingsList settings={wanted} />
            </Settings>
          )}
          {before && state !== "lettingGo" && !sameSettings(before, confirmed) && (
            <Settings title="Stood there before Switchboard">
              <VoiceSettingsList settings={before} />
            </Settings>
          )}
        </div>
      )}
      {mayBeLetGo && (
        <div>
          <ButtonLink href={`/phone-numbers/${number.id}/let-go`}>Put the old settings back…</ButtonLink>
        </div>
      )}
    </Card>
  );
}

function Settings({ title, note, children }: { title: string; note?: string | null; children: ReactNode }) {
  return (
    <section className="flex min-w-0 flex-col gap-3">
      <h3 className="text-sm font-semibold">
        {title} {note && <span className="font-normal text-muted">{note}</span>}
      </h3>
      {children}
    </section>
  );
}
