import twilio from "twilio";
import { TwilioFault } from "./twilio-fault";

interface RequestClientSettings {
  /** A stand-in for Twilio's REST API. Left out, it is Twilio's own. */
  apiOrigin?: string | undefined;
  mayWrite: boolean;
  /** How long a request may take to the last byte of its answer, with every repetition after a 429. */
  timeoutMilliseconds?: number | undefined;
}

const defaultTimeoutMilliseconds = 15_000;

type Request<Data> = typeof twilio.RequestClient.prototype.request<Data>;
type RequestOptions<Data> = Parameters<Request<Data>>[0];

/**
 * What every request to Twilio goes through, and so the one place where a deployment that may not write is held back.
 * A 429 is tried again, with more and more time between, as the twilio package does it.
 */
export class RequestClient extends twilio.RequestClient {
  readonly #apiOrigin: string | undefined;
  readonly #mayWrite: boolean;
  readonly #timeoutMilliseconds: number;

  constructor({ apiOrigin, mayWrite, timeoutMilliseconds }: RequestClientSettings) {
    const timeout = timeoutMilliseconds ?? defaultTimeoutMilliseconds;
    super({ timeout, autoRetry: true, maxRetries: 4 });
    this.#apiOrigin = apiOrigin;
    this.#mayWrite = mayWrite;
    this.#timeoutMilliseconds = timeout;
  }

  override async request<Data>(options: RequestOptions<Data>): ReturnType<Request<Data>> {
    if (!this.#mayWrite && options.method.toLowerCase() !== "get")
      throw new TwilioFault({ kind: "refusedHere" });
    const { pathname, search } = new URL(options.uri);
    const uri = this.#apiOrigin ? `${this.#apiOrigin}${pathname}${search}` : options.uri;
    const answer = await withinTimeLimit(super.request<Data>({ ...options, uri }), this.#timeoutMilliseconds);
    if (!isAnswerOfTwilio(answer)) throw new TwilioFault({ kind: "cut" });
    return answer;
  }
}

/**
 * The package takes whatever comes with a 2xx: of a maintenance page it makes a number without digits, and a deletion that
 * was none is one to it. Twilio answers with a resource, which has a sid, with a list of them, or with nothing and 204.
 * A refusal is the package's to read.
 */
function isAnswerOfTwilio({ statusCode, body }: { statusCode: number; body: unknown }): boolean {
  if (statusCode === 204 || statusCode >= 400) return true;
  const said = typeof body === "string" ? parsed(body) : body;
  if (typeof said !== "object" || said === null) return false;
  return "sid" in said ? typeof said.sid === "string" : Object.values(said).some(Array.isArray);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The package's own limit is of a silence: an answer that trickles would never reach it. */
async function withinTimeLimit<Answer>(answer: Promise<Answer>, milliseconds: number): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TwilioFault({ kind: "timeout" })), milliseconds);
  });
  try {
    return await Promise.race([answer, limit]);
  } finally {
    clearTimeout(timer);
  }
}
