/**
 * What a TwiML document makes happen on a call, verb by verb. Defaults are those that each verb's page at Twilio gives.
 * `line` is where the verb stands. A URL is as written; where `action` is null, the page says what happens then.
 */
export type CallStep =
  | SayStep
  | PlayStep
  | PauseStep
  | GatherStep
  | DialStep
  | RecordStep
  | EnqueueStep
  | SmsStep
  | RedirectStep
  | HangupStep
  | RejectStep
  | LeaveStep
  | OtherStep;

export type HttpMethod = "GET" | "POST";

export interface SayStep {
  kind: "say";
  line: number;
  text: string;
  /** Null: the one chosen in the account's text-to-speech settings. */
  voice: string | null;
  /** Null: that of the voice. */
  language: string | null;
  /** 0: over and over, up to 1,000 times. */
  loop: number;
}

export interface PlayStep {
  kind: "play";
  line: number;
  url: string;
  /** Keys to send instead of a sound; `w` waits half a second. */
  digits: string | null;
  /** 0: until the caller hangs up. */
  loop: number;
}

export interface PauseStep {
  kind: "pause";
  line: number;
  lengthSeconds: number;
}

export interface GatherStep {
  kind: "gather";
  line: number;
  prompts: readonly (SayStep | PlayStep | PauseStep)[];
  input: readonly ("dtmf" | "speech")[];
  numDigits: number | null;
  /** Empty: no key ends the input. */
  finishOnKey: string;
  timeoutSeconds: number | "auto";
  speechTimeoutSeconds: number | "auto";
  /** Null: the address of this same document. Asked with what was entered; without input the next step follows. */
  action: string | null;
  method: HttpMethod;
  /** Asks `action` even if nothing was entered. */
  actionOnEmptyResult: boolean;
  language: string;
  hints: string | null;
}

export interface DialStep {
  kind: "dial";
  line: number;
  targets: readonly DialTarget[];
  /** One after another instead of all at once. */
  sequential: boolean;
  timeoutSeconds: number;
  timeLimitSeconds: number;
  /** Null: the caller's own number. */
  callerId: string | null;
  /** The caller hears ringing, and pays nothing, until somebody picks up. */
  answerOnBridge: boolean;
  hangupOnStar: boolean;
  record: string;
  recordingStatusCallback: string | null;
  /** Null: the next step follows when the talk is over or nobody picked up. */
  action: string | null;
  method: HttpMethod;
}

export type DialTarget =
  | {
      kind: "number";
      number: string;
      sendDigits: string | null;
      whenAnswered: Screening | null;
      statusCallback: string | null;
    }
  | { kind: "sip"; uris: readonly string[]; whenAnswered: Screening | null; statusCallback: string | null }
  | { kind: "client"; identity: string; whenAnswered: Screening | null; statusCallback: string | null }
  | { kind: "conference"; name: string }
  | { kind: "queue"; name: string }
  | { kind: "other"; noun: string; text: string };

/** The TwiML that whoever picks up hears first; <Hangup> in it refuses the call. */
export interface Screening {
  url: string;
  method: HttpMethod;
}

export interface RecordStep {
  kind: "record";
  line: number;
  maxLengthSeconds: number;
  /** Silence that ends the recording; 0: none does. */
  timeoutSeconds: number;
  /** Any one of these keys ends it. */
  finishOnKey: string;
  playBeep: boolean;
  trim: string;
  transcribe: boolean;
  transcribeCallback: string | null;
  recordingStatusCallback: string | null;
  /** Null: the address of this same document. Not asked for an empty recording: then the next step follows. */
  action: string | null;
  method: HttpMethod;
}

export interface EnqueueStep {
  kind: "enqueue";
  line: number;
  queue: string;
  workflowSid: string | null;
  /** Null: Twilio's own music. Empty: silence. */
  waitUrl: string | null;
  action: string | null;
  method: HttpMethod;
}

interface SmsStep {
  kind: "sms";
  line: number;
  text: string;
  /** Null: the caller. */
  to: string | null;
  /** Null: the number that was called. */
  from: string | null;
}

interface RedirectStep {
  kind: "redirect";
  line: number;
  url: string;
  method: HttpMethod;
}

interface HangupStep {
  kind: "hangup";
  line: number;
  /** Nothing says so: the document has come to its end. */
  isEndOfDocument: boolean;
}

interface RejectStep {
  kind: "reject";
  line: number;
  reason: "rejected" | "busy";
}

interface LeaveStep {
  kind: "leave";
  line: number;
}

/** A verb of Twilio's that this app never writes itself: <Connect>, <Pay>, <Start> … */
export interface OtherStep {
  kind: "other";
  line: number;
  verb: string;
  nouns: readonly string[];
  action: string | null;
}
