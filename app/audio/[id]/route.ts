import { z } from "zod";
import { findSound, findSoundFacts, getSoundPart } from "@/db/queries/sounds/find-sound";
import { readRange } from "@/lib/audio/read-range";
import { pageDatabase } from "@/lib/auth/page-database";
import { logFault } from "@/lib/log";

/** A sound never changes, so whoever has fetched it need not ask again. A year, in seconds. */
const kept = "public, max-age=31536000, s-maxage=31536000, immutable";

/**
 * A sound of the library, for Twilio, which signs in nowhere, and for the players of the pages. Its address is a random
 * number of 122 bits: what callers hear is no secret, but it cannot be guessed either.
 */
export async function GET(request: Request, { params }: RouteContext<"/audio/[id]">): Promise<Response> {
  const { id } = await params;
  if (!z.uuid().safeParse(id).success) return plain("There is no such sound.", 404);
  const etag = `"${id}"`;
  const headers = {
    "cache-control": kept,
    etag,
    "accept-ranges": "bytes",
    "x-content-type-options": "nosniff",
  };
  if (request.headers.get("if-none-match")?.includes(etag))
    return new Response(null, { status: 304, headers });
  try {
    // A part of another version would be none of this one.
    const range = [null, etag].includes(request.headers.get("if-range"))
      ? request.headers.get("range")
      : null;
    return range ? await answerPart(id, range, headers) : await answerWhole(id, headers);
  } catch (error) {
    logFault("sound.unavailable", error, { soundId: id });
    return plain("The sound cannot be had just now. Please try again.", 503);
  }
}

async function answerWhole(id: string, headers: Record<string, string>): Promise<Response> {
  const sound = await findSound(pageDatabase(), id);
  if (!sound) return plain("There is no such sound.", 404);
  return new Response(sound.bytes, {
    headers: { ...headers, "content-type": sound.contentType, "content-length": String(sound.sizeBytes) },
  });
}

async function answerPart(id: string, range: string, headers: Record<string, string>): Promise<Response> {
  const db = pageDatabase();
  const facts = await findSoundFacts(db, id);
  if (!facts) return plain("There is no such sound.", 404);
  const { contentType, sizeBytes } = facts;
  const part = readRange(range, sizeBytes);
  if (part === "whole") return answerWhole(id, headers);
  if (part === null) {
    return new Response(null, { status: 416, headers: { "content-range": `bytes */${sizeBytes}` } });
  }
  const bytes = await getSoundPart(db, id, part);
  return new Response(bytes, {
    status: 206,
    headers: {
      ...headers,
      "content-type": contentType,
      "content-length": String(bytes.length),
      "content-range": `bytes ${part.first}-${part.last}/${sizeBytes}`,
    },
  });
}

const plain = (words: string, status: number): Response =>
  new Response(`${words}\n`, { status, headers: { "cache-control": "no-store" } });
