import { twiml } from "./answers";

/** Where a call that records a greeting into somebody's own phone goes: Twilio signs each address whole. */
export interface GreetingCallUrls {
  /** What is said once they have picked up. */
  ask: string;
  /** Where the recording leads. */
  kept: string;
  /** Told when Twilio has the recording ready, or has none. */
  recorded: string;
  /** Told how the call ended. */
  ended: string;
}

export function greetingCallUrls(origin: string, id: string): GreetingCallUrls {
  const voice = `${origin}/api/voice`;
  return {
    ask: `${voice}/record-greeting/${id}`,
    kept: `${voice}/record-greeting/${id}/kept`,
    recorded: `${voice}/greeting-recorded/${id}`,
    ended: `${voice}/greeting-call-ended/${id}`,
  };
}

/** At 8 kHz with 16 bits this is half of the largest sound that is kept. */
const longestSeconds = 120;

/** Source: Twilio, "TwiML Voice: Record": an empty recording goes on with the next verb. */
export const askForGreeting = ({ kept, recorded }: GreetingCallUrls): string =>
  twiml`<Response><Pause length="1"/><Say>Please say your greeting after the tone. When you have finished, press the hash key, or hang up.</Say><Record action="${kept}" recordingStatusCallback="${recorded}" recordingStatusCallbackEvent="completed absent" maxLength="${longestSeconds}" finishOnKey="#" timeout="10" playBeep="true" trim="trim-silence"/><Say>Nothing was recorded. Goodbye.</Say><Hangup/></Response>`;

export const thankForGreeting = (): string =>
  twiml`<Response><Say>Thank you. You can listen to it on the page now. Goodbye.</Say><Hangup/></Response>`;

export const greetingCannotBeTaken = (): string =>
  twiml`<Response><Say>We are sorry, your greeting could not be taken. Please try again from the page. Goodbye.</Say><Hangup/></Response>`;

/** Why a call that is over has brought nothing. Source: Twilio, "Call resource", call status values. */
export function whyNothingWasRecorded(callStatus: string): string {
  switch (callStatus) {
    case "busy":
      return "The phone was busy.";
    case "no-answer":
      return "Nobody picked up.";
    case "failed":
      return "Twilio could not reach the phone. Check its number.";
    case "canceled":
      return "The call was called off before anybody picked up.";
    default:
      return "The call ended before anything was recorded.";
  }
}
