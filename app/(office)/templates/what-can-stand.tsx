/** What a text can name without declaring it. */
const words: readonly [string, string][] = [
  ["{{ caller.number }}, {{ caller.name }}, {{ caller.city }}", "who calls, to be spoken; any may be empty"],
  ["{{ line.name }}, {{ line.number }}", "the number that was called"],
  ["{{ firm.name }}", "your firm"],
  ["{{ steps.go.next }}", "goes on to the action chosen for the parameter next"],
  ["{{ steps.menu.choices }}", "as action of <Gather>: goes where the key leads"],
  ["{{ steps.extension }}", "as action of <Gather>: finds whoever has the extension that was dialled"],
  ["{{ steps.directory }}", "as action of <Gather>: finds people by the letters of a name, as keys"],
  [
    "{% for match in directory.matches %} … {% endfor %}",
    "the names that were found, to be read out: match.name, match.key",
  ],
  ["{% for phone in chosen %} … {% endfor %}", "the phones of whoever the caller has chosen; nil until then"],
  ["{{ steps.afterDial.next }}", "as action of <Dial>: goes there if nobody took the call"],
  ["{{ steps.afterRecord.next }}", "as action of <Record>: keeps the message, then goes there"],
  [
    "{{ steps.recorded }}",
    "as recordingStatusCallback of <Record>: tells the people of the parameter notify of the message",
  ],
  ["{{ steps.transcribed }}", "as transcribeCallback of <Record>: keeps what was said, in writing"],
  ["{% for phone in people %} … {% endfor %}", "each phone to ring: phone.number, phone.name, phone.screen"],
  ["{{ voice.name }}, {{ voice.language }}", "the two parts of a voice"],
];

export function WhatCanStand() {
  return (
    <details className="text-sm">
      <summary className="cursor-pointer rounded-lg py-1 font-medium outline-none focus-visible:status-focused">
        What can stand in the text
      </summary>
      <dl className="mt-2 flex flex-col gap-2">
        {words.map(([code, meaning]) => (
          <div key={code}>
            <dt>
              <code className="text-xs wrap-anywhere">{code}</code>
            </dt>
            <dd className="text-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
