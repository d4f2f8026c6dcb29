import { Chip } from "@heroui/react/chip";
import type { Temporal } from "temporal-polyfill";
import { describeCaller } from "@/app/_format/describe-caller";
import { instantInWords } from "@/app/_format/instant-in-words";
import { lengthInWords } from "@/app/_format/length-in-words";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import type { Firm } from "@/db/queries/firm/get-firm";
import type { ListedVoicemail } from "@/db/queries/voicemails/list-voicemails";
import { HeardForm } from "./heard-form";
import { Player } from "./player";

interface VoicemailRowProps {
  voicemail: ListedVoicemail;
  firm: Firm;
  now: Temporal.Instant;
  locale: string;
}

export function VoicemailRow({ voicemail, firm, now, locale }: VoicemailRowProps) {
  const { id, from, fromName, to, lineName, leftAt, durationSeconds, isHeard } = voicemail;
  const caller = describeCaller(from, fromName, firm.country);
  const when = instantInWords(leftAt, { now, timeZone: firm.timeZone, locale });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-4">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className={`wrap-anywhere ${isHeard ? "" : "font-semibold"}`}>{caller}</span>
          {!isHeard && (
            <Chip size="sm" color="accent" variant="soft">
              New
            </Chip>
          )}
        </p>
        <p className="flex flex-wrap gap-x-4 text-sm text-muted">
          <span className="wrap-anywhere">{lineName ?? formatPhoneNumber(to, firm.country)}</span>
          <time dateTime={leftAt.toString()}>{when}</time>
          <span>
            <span className="sr-only">Length </span>
            {lengthInWords(durationSeconds)}
          </span>
        </p>
      </div>
      <HeardForm id={id} isHeard={isHeard} about={`${caller}, ${when}`} />
      <Player id={id} isHeard={isHeard} about={`${caller}, ${when}`} />
    </li>
  );
}
