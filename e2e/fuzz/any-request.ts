import fc from "fast-check";
import { reasonCodes } from "@/lib/call/reason";
import { hostileSegments, hostileValues } from "./hostile";

/** A request to a voice route. Names in braces, such as "{menu}", stand for the ids of the scene that it is sent to. */
export interface AnyRequest {
  /** As `listRoutes` names it. */
  route: string;
  segments: { parts: string[]; isPlain: boolean };
  query: string;
  method: string;
  contentType: string;
  parameters: [string, string][];
  /** In place of the parameters: bytes that are perhaps no form at all. */
  rawBody: string | null;
}

const often = <T>(usual: fc.Arbitrary<T>, seldom: fc.Arbitrary<T>, weight = 9) =>
  fc.oneof({ arbitrary: usual, weight }, { arbitrary: seldom, weight: 1 });

const text = fc.oneof(
  fc.constantFrom(...hostileValues),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
);

const id = fc.oneof(
  fc.constantFrom(
    "{configuration}",
    "{menu}",
    "{ring}",
    "{voicemail}",
    "{extension}",
    "{directory}",
    "{say}",
  ),
  fc.uuid({ version: 4 }),
  fc.constant("-"),
);
const ids = fc.oneof(
  { arbitrary: fc.constant("-"), weight: 4 },
  {
    arbitrary: fc
      .array(fc.oneof(id, fc.constant("{person}")), { minLength: 1, maxLength: 9 })
      .map((all) => all.join(".")),
    weight: 1,
  },
);
const count = fc.oneof(fc.nat(9), fc.constantFrom(59, 60, 999)).map(String);

/** As `stepUrl` makes them: of the engine, or of an engine whose set-up has changed since. */
const stepSegments = fc
  .tuple(
    often(fc.constant("{configuration}"), fc.uuid({ version: 4 })),
    id,
    fc.constantFrom(...reasonCodes),
    fc.constantFrom("unanswered", "choices", "-", "0", "1", "999", "afterwards", "toString"),
    ids,
    ids,
    fc.constantFrom("0", "1", "2.0312", "99", "0.0123456789abcdefghij"),
    count,
    count,
    count,
  )
  .map((parts): string[] => [...parts]);

const placedSegments = fc
  .tuple(
    often(fc.constantFrom("{outgoingCall}", "{phoneRecording}"), fc.uuid({ version: 4 }), 3),
    fc.constantFrom([], ["pressed"], ["dialled"], ["kept"], ["own"], ["other"], ["toString"]),
  )
  .map(([own, rest]) => [own, ...rest]);

/** Of a text to a caller who reached nobody, or of a notice of a message. */
const textSegments = fc.oneof(
  fc
    .constantFrom("{textedCall}", "{callSid}", "CA00000000000000000000000000000001")
    .map((callSid) => ["back", callSid]),
  often(fc.constant("{noticed}"), fc.uuid({ version: 4 }), 1).map((notice) => ["notice", notice]),
);

/** One of them is something else, or there are more or fewer. */
const tampered = (plain: fc.Arbitrary<string[]>) =>
  fc.oneof(
    fc
      .tuple(
        plain,
        fc.nat(),
        fc.oneof(fc.constantFrom(...hostileSegments), fc.string().map(encodeURIComponent)),
      )
      .map(([parts, place, other]) => parts.with(place % parts.length, other)),
    fc.tuple(plain, fc.nat(12)).map(([parts, length]) => parts.slice(0, length)),
    fc.array(fc.constantFrom(...hostileSegments), { maxLength: 12 }),
  );

const placedRoutes = /\/(call-back|call-back-status|record-greeting|greeting-recorded|greeting-call-ended)\//;

function segmentsOf(route: string): fc.Arbitrary<AnyRequest["segments"]> {
  if (!route.includes("[")) return fc.constant({ parts: [], isPlain: true });
  const plain = route.includes("/text-status/")
    ? textSegments
    : placedRoutes.test(route)
      ? placedSegments
      : stepSegments;
  return often<AnyRequest["segments"]>(
    plain.map((parts) => ({ parts, isPlain: true })),
    tampered(plain).map((parts) => ({ parts, isPlain: false })),
    3,
  );
}

const numbers = fc.constantFrom(
  "{number}",
  "{textedNumber}",
  "+14155550123",
  "+15550000000",
  "anonymous",
  "+266696687",
  "sip:ann@example.com",
  "client:desk",
);

/** What Twilio's parameters are called, with what it puts there. */
const usual: Record<string, fc.Arbitrary<string>> = {
  CallSid: fc.constant("{callSid}"),
  From: numbers,
  To: often(fc.constant("{number}"), numbers),
  CallStatus: fc.constantFrom(
    "ringing",
    "in-progress",
    "completed",
    "busy",
    "no-answer",
    "canceled",
    "failed",
  ),
  CallDuration: fc.nat(4000).map(String),
  CallerName: fc.constantFrom("", "O’Neill & Sons", '"/><Dial>+19005550100</Dial>'),
  FromCity: fc.constantFrom("SAN FRANCISCO", ""),
  ParentCallSid: fc.constantFrom("{callSid}", "CA00000000000000000000000000000001"),
  Digits: fc.constantFrom("", "1", "2", "9", "*", "#", "12", "5462", "hangup"),
  SpeechResult: fc.constantFrom("", "ana lima", "sales"),
  Confidence: fc.constantFrom("0.9", "0"),
  DialCallStatus: fc.constantFrom("completed", "answered", "busy", "no-answer", "failed", "canceled"),
  DialBridged: fc.constantFrom("true", "false"),
  DialCallDuration: fc.nat(4000).map(String),
  RecordingSid: fc.constantFrom("{recording}", "RE00000000000000000000000000000001"),
  RecordingUrl: fc.constant("https://api.twilio.com/2010-04-01/Accounts/AC/Recordings/{recording}"),
  RecordingStatus: fc.constantFrom("completed", "absent", "failed"),
  RecordingDuration: fc.nat(600).map(String),
  TranscriptionStatus: fc.constantFrom("completed", "failed"),
  TranscriptionText: fc.constantFrom("Please call back.", ""),
  MessageStatus: fc.constantFrom("sent", "delivered", "undelivered", "failed"),
  ErrorCode: fc.constantFrom("11200", "11205", "30003"),
  ApiVersion: fc.constant("2010-04-01"),
  Direction: fc.constantFrom("inbound", "outbound-dial", "outbound-api"),
};

const pair = (value: (name: string) => fc.Arbitrary<string>) =>
  fc
    .constantFrom(...Object.keys(usual))
    .chain((name) => value(name).map((given): [string, string] => [name, given]));

const usualPair = pair((name) => usual[name] ?? text);
const strangePair = fc.oneof(
  pair(() => text),
  fc.tuple(
    fc.oneof(fc.constantFrom("__proto__", "constructor", "a[b]", "a[]", "", "AccountSid"), text),
    text,
  ),
);

/** A call's own, then anything: the same name may come twice, and what is left out may be what was needed. */
const parameters: fc.Arbitrary<[string, string][]> = fc
  .tuple(
    often(
      fc.constant<[string, string][]>([
        ["AccountSid", "{account}"],
        ["CallSid", "{callSid}"],
        ["From", "+14155550123"],
        ["To", "{number}"],
      ]),
      fc.constantFrom<[string, string][]>([], [["AccountSid", "{account}"]], [["CallSid", "{callSid}"]]),
    ),
    fc.array(often(usualPair, strangePair, 3), { maxLength: 12 }),
  )
  .map(([own, more]) => {
    const replaced = new Set(more.map(([name]) => name));
    return [...own.filter(([name]) => name === "AccountSid" || !replaced.has(name)), ...more];
  });

const form = "application/x-www-form-urlencoded";

export const anyRequest = (routes: readonly string[]): fc.Arbitrary<AnyRequest> =>
  fc.constantFrom(...routes).chain((route) =>
    fc.record({
      route: fc.constant(route),
      segments: segmentsOf(route),
      query: often(fc.constant(""), fc.constantFrom("?", "?a=1", "?step=x", "?x=%00", "?a=1&a=2", "?%ZZ")),
      method: often(
        fc.constant("POST"),
        fc.constantFrom("GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"),
        19,
      ),
      contentType: often(
        fc.constantFrom(form, `${form}; charset=UTF-8`),
        fc.constantFrom("", "application/json", "multipart/form-data; boundary=x", `${form}x`, "text/xml"),
        19,
      ),
      parameters,
      rawBody: often(
        fc.constant(null),
        fc.constantFrom(
          "",
          "&&&&",
          "=",
          "%",
          "%zz=%zz",
          "a",
          "AccountSid",
          '{"CallSid":1}',
          `x=${"x".repeat(70_000)}`,
        ),
        19,
      ),
    }),
  );

/** How somebody who does not have the token might try. Each is refused, whatever else is right. */
export const forgeries = [
  "no signature",
  "an empty one",
  "one of zeros",
  "half of the right one",
  "the right one in lower case",
  "the right one and more",
  "the right one in hexadecimal",
  "one of another token",
  "one of the account's sid",
  "one of an empty token",
  "one of another path",
  "one of other parameters",
  "one of the address alone",
  "one without the last character of the address",
] as const;

export type Forgery = (typeof forgeries)[number];
