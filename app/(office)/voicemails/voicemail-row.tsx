import { Chip } from "@heroui/react/chip";
import type { Route } from "next";
import type { Temporal } from "temporal-polyfill";
import { NearLink } from "@/app/_components/near-link";
import { WholeNumbers } from "@/app/_components/whole-numbers";
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
  const { transcription, note, assignedToName, noticeTrouble } = voicemail;
  const caller = describeCaller(from, fromName, firm.country);
  const when = instantInWords(leftAt, { now, timeZone: firm.timeZone, locale });
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-4 sm:px-5">
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <NearLink
            href={`/voicemails/${id}` as Route}
            className={`text-accent-soft-foreground underline wrap-anywhere ${isHeard ? "" : "font-semibold"}`}
          >
            <WholeNumbers>{caller}</WholeNumbers>
            <span className="sr-only">, {when}</span>
          </NearLink>
          {!isHeard && (
            <Chip size="sm" color="accent" variant="soft">
              New
            </Chip>
          )}
          {noticeTrouble && (
            <Chip size="sm" color={noticeTrouble === "failed" ? "danger" : "warning"} variant="soft">
              {noticeTrouble === "failed" ? "Notice not received" : "Notice may not have gone"}
            </Chip>
          )}
        </p>
        <p className="flex flex-wrap gap-x-4 text-sm text-muted">
          <span className="wrap-anywhere">
            <WholeNumbers>{lineName ?? formatPhoneNumber(to, firm.country)}</WholeNumbers>
          </span>
          <time dateTime={leftAt.toString()}>{when}</time>
          <span>
            <span className="sr-only">Length </span>
            {lengthInWords(durationSeconds)}
          </span>
          {assignedToName && <span className="wrap-anywhere">For {assignedToName}</span>}
        </p>
        {transcription && <p className="line-clamp-2 max-w-prose text-sm wrap-anywhere">“{transcription}”</p>}
        {note && <p className="line-clamp-2 max-w-prose text-sm text-muted wrap-anywhere">Note: {note}</p>}
      </div>
      <HeardForm id={id} isHeard={isHeard} about={`${caller}, ${when}`} />
      <Player id={id} isHeard={isHeard} about={`${caller}, ${when}`} />
    </li>
  );
}
