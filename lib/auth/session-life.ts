import type { Temporal } from "temporal-polyfill";

/** However much it is used: next-auth renews a session whenever it is asked for one. */
export const mostSessionDays = 30;

/** What a session's token says of it, beside whose it is. */
export interface SessionLife {
  /** Of this browser's session alone: what signing out ends. */
  sessionId: string;
  /** Milliseconds since 1970. */
  startedAt: number;
}

export const beginLife = (at: Temporal.Instant): SessionLife => ({
  sessionId: crypto.randomUUID(),
  startedAt: at.epochMilliseconds,
});

/** The life that a token tells of; null when it tells of none, or when that is over. */
export function lifeLeft(token: Readonly<Record<string, unknown>>, at: Temporal.Instant): SessionLife | null {
  const { sessionId, startedAt } = token;
  if (typeof sessionId !== "string" || typeof startedAt !== "number") return null;
  const oldest = at.subtract({ hours: mostSessionDays * 24 }).epochMilliseconds;
  return startedAt > oldest ? { sessionId, startedAt } : null;
}
