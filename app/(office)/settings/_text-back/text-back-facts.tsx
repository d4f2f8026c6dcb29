import { listInWords } from "@/app/_format/list-in-words";
import type { TextingLine } from "@/db/queries/firm/text-back";
import type { TwilioStanding } from "@/lib/twilio/rest/standing";

const standingWords: Partial<Record<TwilioStanding, string>> = {
  notConnected: "Switchboard is not connected to Twilio, so nothing is sent yet.",
  readOnly: "This is a preview of Switchboard, which never sends a text.",
};

/** What texting back needs, and which lines can do it. */
export function TextBackFacts({
  lines,
  standing,
}: {
  lines: readonly TextingLine[];
  standing: TwilioStanding;
}) {
  const namesOf = (canText: boolean) =>
    lines.filter((line) => line.canText === canText).map(({ name }) => name);
  const [can, cannot] = [namesOf(true), namesOf(false)];
  return (
    <ul className="flex list-disc flex-col gap-1 ps-5 text-sm text-muted">
      {standingWords[standing] && <li className="text-warning">{standingWords[standing]}</li>}
      <li>
        {can.length > 0 ? `Sent from ${listInWords(can, "en")}.` : "None of your numbers can send texts."}
        {can.length > 0 &&
          cannot.length > 0 &&
          ` Callers of ${listInWords(cannot, "en")} get none: no texts from there.`}
      </li>
      <li>
        Within the USA and Canada a number has to be registered with Twilio before it may send texts; Twilio’s
        console leads through it.
      </li>
      <li>
        Never sent to blocked callers, withheld numbers, your own numbers, your people’s phones, and landlines
        where a number tells. In the USA and Canada it does not: there Twilio refuses a text to a landline,
        and it is given up.
      </li>
      <li>Whoever answers STOP gets none any more: Twilio sees to that.</li>
    </ul>
  );
}
