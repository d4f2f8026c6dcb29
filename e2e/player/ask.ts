import type { CallStep, HttpMethod } from "@/lib/twiml/call-step";
import { checkTwiml } from "@/lib/twiml/check-twiml";
import { interpretTwiml } from "@/lib/twiml/interpret-twiml";
import { isTooLarge } from "@/lib/twiml/twiml-size";
import { type Answer, askAsTwilio } from "../twilio/twilio";
import type { Call } from "./call";
import type { Leg } from "./leg";
import type { Asked } from "./played-call";

/** Where TwiML is fetched. */
export interface Fetched {
  url: string;
  method: HttpMethod;
  /** Besides what Twilio says with every request. */
  parameters?: Readonly<Record<string, string>>;
}

/** TwiML that has been fetched. */
export interface Document {
  /** Its own address, which relative ones start from. */
  url: string;
  steps: readonly CallStep[];
}

/** Why Twilio has no TwiML to go on with. Source: Twilio, "Error and Warning Dictionary". */
export interface Failure {
  errorCode: string;
  url: string;
}

/** Asks the app for TwiML, as Twilio would, and is strict about what comes back. */
export async function ask(
  call: Call,
  leg: Leg,
  { url, method, parameters }: Fetched,
): Promise<Document | Failure> {
  const { plan } = call;
  const asked: Asked = {
    url,
    step: stepIn(url),
    method,
    parameters: { ...leg.parameters, CallStatus: leg.status, ...parameters },
    twiml: null,
  };
  await plan.before?.(asked);
  call.asked.push(asked);
  if (plan.isLost?.(asked)) return { errorCode: "11200", url };
  const answer = await exchange(call, asked);
  if (!answer) {
    call.fault(`${asked.step}: no answer came`);
    return { errorCode: "11205", url };
  }
  asked.twiml = answer.body;
  await plan.after?.(asked);
  const refusal = refusalOf(answer);
  if (!refusal) return { url, steps: interpretTwiml(answer.body).steps };
  call.fault(`${asked.step}: ${refusal.words}`);
  return { errorCode: refusal.errorCode, url };
}

/** One answer, though it may have been asked for twice. */
async function exchange(
  { plan, treatment }: Call,
  { url, method, parameters }: Asked,
): Promise<Answer | null> {
  const once = () => askAsTwilio(plan.account, method, url, parameters).catch(() => null);
  const [answer = null] = await Promise.all(treatment.asksTwice ? [once(), once()] : [once()]);
  return answer;
}

function refusalOf({ status, contentType, body }: Answer): { errorCode: string; words: string } | null {
  if (status !== 200) return { errorCode: "11200", words: `answered with ${status}: ${body.slice(0, 200)}` };
  if (!/^(text|application)\/xml\b/.test(contentType ?? ""))
    return { errorCode: "12300", words: `answered with ${contentType}` };
  if (isTooLarge(body)) return { errorCode: "11750", words: "answered with more than 64 kB" };
  const error = checkTwiml(body).find(({ severity }) => severity === "error");
  return error ? { errorCode: "12100", words: `${error.message}\n${body}` } : null;
}

/** The part of one of our paths that says what is asked; the whole address where it is none of ours. */
export function stepIn(url: string): string {
  const ours = /\/api\/voice(?:\/([a-z-]+))?/.exec(url);
  return ours ? (ours[1] ?? "entry") : url;
}
