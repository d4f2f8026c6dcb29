import { and, eq, isNotNull, ne } from "drizzle-orm";
import { calls, outgoingCalls, phoneRecordings, textBacks, voicemails } from "@/db/schema";
import type { Office } from "../office/start-office";
import { callParameters, sid } from "../twilio/twilio";
import type { Fault } from "./fault";
import type { Scene } from "./make-scene";
import type { Outcome } from "./outcomes";

export interface VoiceRequest {
  path: string;
  parameters: Record<string, string>;
  /** In its answer while nothing is wrong; null where that has no body. */
  usually: RegExp | null;
  /** How many rows tell of it, for what is kept before it is answered. */
  countKept?(): Promise<number>;
}

/** One route that Twilio asks, and what comes of each fault of the database. */
export interface VoiceRow {
  route: string;
  what: string;
  outcome(fault: Fault): Outcome;
  ask(scene: Scene, office: Office): VoiceRequest;
}

const always = (outcome: Outcome) => (): Outcome => outcome;
/** Whoever waits ten seconds for the database gets a slow answer; the call path waits two. */
const unlessSlow = (outcome: Outcome) => (fault: Fault) => (fault === "slow" ? "late" : outcome);

const callerOf = ({ line, callSid }: Scene) => ({
  ...callParameters({ to: line.number, callSid }),
  CallStatus: "in-progress",
});

const phoneOf = ({ callSid }: Scene) => ({
  ...callParameters({ to: "+15552345678" }),
  ParentCallSid: callSid,
});

/** A step of a caller, or of a phone that was rung, as `stepUrl` makes its address. */
const step = (
  kind: string,
  { line }: Scene,
  actionId: string,
  { position = "-", people = "-" }: { position?: string; people?: string } = {},
) => `/api/voice/${kind}/${line.configurationId}/${actionId}/open/${position}/-/${people}/0/1/0/1`;

const recordingOf = (RecordingSid: string) => ({
  RecordingSid,
  RecordingUrl: `https://api.twilio.com/2010-04-01/Accounts/AC/Recordings/${RecordingSid}`,
  RecordingStatus: "completed",
  RecordingDuration: "17",
});

export const voiceRows: readonly VoiceRow[] = [
  {
    route: "/api/voice",
    what: "A call comes in",
    outcome: always("fromMemory"),
    ask: ({ line }) => ({
      path: "/api/voice",
      parameters: callParameters({ to: line.number }),
      usually: /Welcome\./,
    }),
  },
  {
    route: "/api/voice/go/[...step]",
    what: "The call goes on to another action",
    outcome: always("fromMemory"),
    ask: (scene) => ({
      path: step("go", scene, scene.sayId),
      parameters: callerOf(scene),
      usually: /The next step\./,
    }),
  },
  {
    route: "/api/voice/menu/[...step]",
    what: "A key of a menu",
    outcome: always("fromMemory"),
    ask: (scene) => ({
      path: step("menu", scene, scene.menuId),
      parameters: { ...callerOf(scene), Digits: "5" },
      usually: /<Redirect>/,
    }),
  },
  {
    route: "/api/voice/extension/[...step]",
    what: "An extension is dialled",
    outcome: always("fromMemory"),
    ask: (scene) => ({
      path: step("extension", scene, scene.extensionId),
      parameters: { ...callerOf(scene), Digits: "" },
      usually: /<Gather/,
    }),
  },
  {
    route: "/api/voice/directory/[...step]",
    what: "A name is spelt",
    outcome: always("fromMemory"),
    ask: (scene) => ({
      path: step("directory", scene, scene.directoryId),
      parameters: { ...callerOf(scene), Digits: "" },
      usually: /<Gather/,
    }),
  },
  {
    route: "/api/voice/after-dial/[...step]",
    what: "Nobody took the call",
    outcome: always("fromMemory"),
    ask: (scene) => ({
      path: step("after-dial", scene, scene.ringId, { position: "unanswered" }),
      parameters: { ...callerOf(scene), DialCallStatus: "no-answer", DialBridged: "false" },
      usually: /<Redirect>/,
    }),
  },
  {
    route: "/api/voice/after-record/[...step]",
    what: "A message was left",
    outcome: always("fromMemory"),
    ask: (scene) => ({
      path: step("after-record", scene, scene.voicemailId),
      parameters: { ...callerOf(scene), ...recordingOf(sid("RE")), Digits: "#" },
      usually: /<Hangup\/>/,
    }),
  },
  {
    route: "/api/voice/after-name/[...step]",
    what: "A caller has said their name",
    outcome: always("fromMemory"),
    ask: (scene) => ({
      path: step("after-name", scene, scene.namedId),
      parameters: { ...callerOf(scene), ...recordingOf(sid("RE")) },
      usually: /<Dial/,
    }),
  },
  {
    route: "/api/voice/screen/[...step]",
    what: "A phone picks up and is asked to press 1",
    outcome: always("letGo"),
    ask: (scene) => ({
      path: step("screen", scene, scene.screenId, { position: "0" }),
      parameters: phoneOf(scene),
      usually: /<Gather/,
    }),
  },
  {
    route: "/api/voice/screened/[...step]",
    what: "A phone has pressed 1",
    outcome: always("letGo"),
    ask: (scene) => ({
      path: step("screened", scene, scene.screenedId, { position: "0" }),
      parameters: { ...phoneOf(scene), Digits: "1" },
      usually: /<Response\s*\/>|<Response><\/Response>|<Say/,
    }),
  },
  {
    route: "/api/voice/fallback",
    what: "Twilio asks the fallback URL",
    outcome: always("asUsual"),
    ask: ({ line }) => ({
      path: "/api/voice/fallback",
      parameters: { ...callParameters({ to: line.number }), ErrorCode: "11200" },
      usually: /<Dial/,
    }),
  },
  {
    route: "/api/voice/status",
    what: "A call has ended",
    outcome: unlessSlow("toldAgain"),
    ask: ({ line }, { db }) => {
      const callSid = sid("CA");
      return {
        path: "/api/voice/status",
        parameters: {
          ...callParameters({ to: line.number, callSid }),
          CallStatus: "completed",
          CallDuration: "42",
        },
        usually: null,
        countKept: () => db.$count(calls, and(eq(calls.sid, callSid), eq(calls.durationSeconds, 42))),
      };
    },
  },
  {
    route: "/api/voice/recorded/[...step]",
    what: "A message is ready to be heard",
    outcome: unlessSlow("toldAgain"),
    ask: (scene, { db }) => {
      const recordingSid = sid("RE");
      return {
        path: step("recorded", scene, scene.voicemailId),
        parameters: { CallSid: scene.callSid, ...recordingOf(recordingSid) },
        usually: null,
        countKept: () => db.$count(voicemails, eq(voicemails.recordingSid, recordingSid)),
      };
    },
  },
  {
    route: "/api/voice/transcribed/[...step]",
    what: "A message has been written down",
    outcome: unlessSlow("toldAgain"),
    ask: (scene, { db, twilio }) => {
      const { sid: recordingSid } = twilio.addRecording();
      return {
        path: step("transcribed", scene, scene.voicemailId),
        parameters: {
          ...callerOf(scene),
          ...recordingOf(recordingSid),
          TranscriptionStatus: "completed",
          TranscriptionText: "Please call back.",
        },
        usually: null,
        countKept: () =>
          db.$count(
            voicemails,
            and(eq(voicemails.recordingSid, recordingSid), isNotNull(voicemails.transcription)),
          ),
      };
    },
  },
  {
    route: "/api/voice/call-back/[...step]",
    what: "A staff user picks up to call back",
    outcome: always("cannotGoOn"),
    ask: ({ outgoingCallId }) => ({
      path: `/api/voice/call-back/${outgoingCallId}/pressed`,
      parameters: { ...callParameters({ to: "+15552345678" }), Digits: "1" },
      usually: /<Dial/,
    }),
  },
  {
    route: "/api/voice/call-back-status/[...step]",
    what: "A call back has ended",
    outcome: always("toldAgain"),
    ask: ({ outgoingCallId: id }, { db }) => ({
      path: `/api/voice/call-back-status/${id}/own`,
      parameters: { ...callParameters({ to: "+15552345678" }), CallStatus: "completed" },
      usually: null,
      countKept: () =>
        db.$count(outgoingCalls, and(eq(outgoingCalls.id, id), eq(outgoingCalls.status, "completed"))),
    }),
  },
  {
    route: "/api/voice/text-status/[...text]",
    what: "A text to a caller has arrived",
    outcome: unlessSlow("toldAgain"),
    ask: ({ callSid, textedNumber }, { db }) => ({
      path: `/api/voice/text-status/back/${callSid}`,
      parameters: { ...callParameters({ to: textedNumber }), MessageStatus: "delivered" },
      usually: null,
      countKept: () =>
        db.$count(textBacks, and(eq(textBacks.callSid, callSid), eq(textBacks.delivery, "delivered"))),
    }),
  },
  {
    route: "/api/voice/record-greeting/[...step]",
    what: "A staff user picks up to record a greeting",
    outcome: always("asUsual"),
    ask: ({ phoneRecordingId }) => ({
      path: `/api/voice/record-greeting/${phoneRecordingId}`,
      parameters: callParameters({ to: "+15552345678" }),
      usually: /<Record/,
    }),
  },
  {
    route: "/api/voice/greeting-recorded/[...step]",
    what: "The recording of a greeting is ready",
    outcome: unlessSlow("toldAgain"),
    ask: ({ phoneRecordingId: id }, { db, twilio }) => ({
      path: `/api/voice/greeting-recorded/${id}`,
      parameters: {
        ...callParameters({ to: "+15552345678" }),
        ...recordingOf(twilio.addRecording({ seconds: 2 }).sid),
      },
      usually: null,
      countKept: () =>
        db.$count(phoneRecordings, and(eq(phoneRecordings.id, id), isNotNull(phoneRecordings.soundId))),
    }),
  },
  {
    route: "/api/voice/greeting-call-ended/[...step]",
    what: "The call that should record a greeting has ended",
    outcome: always("toldAgain"),
    ask: ({ otherPhoneRecordingId: id }, { db }) => ({
      path: `/api/voice/greeting-call-ended/${id}`,
      parameters: { ...callParameters({ to: "+15552345678" }), CallStatus: "no-answer" },
      usually: null,
      countKept: () =>
        db.$count(phoneRecordings, and(eq(phoneRecordings.id, id), ne(phoneRecordings.status, "ringing"))),
    }),
  },
];
