import { checkTwiml } from "@/lib/twiml/check-twiml";
import type { Account } from "../twilio/twilio";
import type { AnyRequest } from "./any-request";
import type { ReceivedAnswer, SentRequest } from "./send-request";

/** What must not be in an answer, by what it is. */
export type Secrets = Readonly<Record<string, string>>;

const traces: Readonly<Record<string, RegExp>> = {
  "a stack trace": /^\s+at .+[:(]\d+:\d+/m,
  "a path of this machine": /node_modules|\.next\/|file:\/\/\/(?!etc\/passwd)/,
  SQL: /\b(select|insert into|update) "?\w+"?.*\b(from|values|set)\b|Failed query|drizzle|NeonDbError|PostgresError/i,
  "a line that was put into its head": /^x-injected:/im,
};

/** What is wrong with an answer to a request that Twilio signed; null when nothing is. */
export function faultOfAnswer(
  request: AnyRequest,
  sent: SentRequest,
  answer: ReceivedAnswer,
  { accountSid }: Account,
): string | null {
  const { status, body } = answer;
  const { segments } = request;
  if (status === 204) return body === "" ? null : "204 with a body";
  if (status >= 400 && status < 500) {
    return mustBeTaken(request, sent, accountSid) ? `${status} to what Twilio may send` : null;
  }
  // Next.js tidies an address up (slashes twice or at its end, dots) and sends whoever asked there: never elsewhere.
  if (status === 308) {
    const isTidied = /^\/(?!\/)/.test(answer.headers.location ?? "") && !segments.isPlain;
    return isTidied ? null : `308 to ${answer.headers.location}`;
  }
  if (status !== 200) return `${status}`;
  if (sent.method === "HEAD" || sent.method === "OPTIONS")
    return body === "" ? null : `${sent.method} with a body`;
  if (!/^text\/xml\b/.test(answer.headers["content-type"] ?? "")) {
    return `200 as ${answer.headers["content-type"]}`;
  }
  const error = checkTwiml(body).find(({ severity }) => severity === "error");
  if (error) return `no TwiML: ${error.message}`;
  // That is for a decision, which only the first request of a call makes.
  if (body.includes("<Reject") && request.route !== "/api/voice") return "a step that rejects the call";
  return null;
}

/** Whether everything but the values of its parameters is as Twilio would send it: then it gets an answer, whatever they are. */
const mustBeTaken = (
  { segments, query, rawBody }: AnyRequest,
  { method, contentType, form, body }: SentRequest,
  accountSid: string,
): boolean =>
  segments.isPlain &&
  query === "" &&
  rawBody === null &&
  method === "POST" &&
  /^application\/x-www-form-urlencoded(;|$)/.test(contentType) &&
  Buffer.byteLength(body) <= 64 * 1024 &&
  form.get("AccountSid") === accountSid;

/** What an answer gives away; null when nothing. What was sent itself may come back. */
export function leakOf(answer: ReceivedAnswer, { path, body }: SentRequest, secrets: Secrets): string | null {
  const head = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`);
  const text = `${head.join("\n")}\n${answer.body}`;
  const asked = `${path} ${body} ${decodedLoosely(`${path} ${body}`)}`;
  for (const [what, secret] of Object.entries(secrets)) {
    if (text.includes(secret) && !asked.includes(secret)) return what;
  }
  for (const [what, form] of Object.entries(traces)) {
    const found = form.exec(text)?.[0];
    if (found && !asked.includes(found.trim())) return `${what}: ${found}`;
  }
  return null;
}

function decodedLoosely(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}
