export type FaultKind =
  /** Twilio refused the request, with a code of its own. */
  | "refused"
  /** 5xx: a fault of Twilio's own. */
  | "broken"
  /** No answer within the time limit. */
  | "timeout"
  /** Nothing was sent: Twilio could not be reached. */
  | "unreachable"
  /** The connection ended before the answer was whole, or the answer was none. */
  | "cut"
  /** This deployment writes nothing to Twilio. */
  | "refusedHere";

interface FaultFacts {
  kind: FaultKind;
  /** Twilio's, as its "Error and Warning Dictionary" lists them. */
  code?: number | null;
  /** HTTP status. */
  status?: number | null;
  /** In Twilio's own words. */
  saying?: string | null;
}

/** A request to Twilio that came to nothing, or whose end is not known. */
export class TwilioFault extends Error {
  override name = "TwilioFault";
  readonly kind: FaultKind;
  readonly code: number | null;
  readonly status: number | null;
  readonly saying: string | null;

  constructor({ kind, code = null, status = null, saying = null }: FaultFacts) {
    super(`${kind} (status ${status ?? "none"}, code ${code ?? "none"})`);
    this.kind = kind;
    this.code = code;
    this.status = status;
    this.saying = saying;
  }

  /** Whether a write that ended like this may have been carried out all the same. */
  get mayBeDone(): boolean {
    return this.kind === "broken" || this.kind === "timeout" || this.kind === "cut";
  }

  /** Whether Twilio says that there is no such thing in the account. */
  get isNotFound(): boolean {
    return this.status === 404;
  }
}

/** As Node.js names them, where nothing can have reached Twilio. */
const neverSent = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH"]);

/**
 * What the twilio package threw, as a fault.
 *
 * @throws the error itself if it is none of Twilio's and none of the network's: then the fault is ours.
 */
export function asTwilioFault(error: unknown): TwilioFault {
  if (error instanceof TwilioFault) return error;
  if (error instanceof SyntaxError) return new TwilioFault({ kind: "cut" });
  if (!(error instanceof Error)) throw error;
  const { status, code, isAxiosError } = error as Error & Record<"status" | "code" | "isAxiosError", unknown>;
  if (isAxiosError === true) {
    if (code === "ECONNABORTED" || code === "ETIMEDOUT") return new TwilioFault({ kind: "timeout" });
    return new TwilioFault({ kind: neverSent.has(String(code)) ? "unreachable" : "cut" });
  }
  if (typeof status !== "number") throw error;
  return new TwilioFault({
    kind: status >= 500 ? "broken" : "refused",
    status,
    code: typeof code === "number" ? code : null,
    saying: error.message || null,
  });
}
