import type { VoiceSettings } from "@/db/schema";
import { bypassPair } from "../protection-bypass";
import { wantedSettings } from "./voice-settings";

/** A label of a host's name. Source: RFC 1123, 2.1. */
const previewHost = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+vercel\.app$/;

/**
 * The origin of a preview, from its address as somebody copies it: with a path or without, with "https://" or without. Null
 * for what is no deployment of Vercel's. Nothing is ever fetched from it here: Twilio is told of it, and asks it.
 */
export function readPreviewOrigin(typed: string): string | null {
  const text = typed.trim();
  const withProtocol = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(withProtocol)) return null;
  const { protocol, username, password, port, hostname } = new URL(withProtocol);
  const isPlain = protocol === "https:" && username === "" && password === "" && port === "";
  return isPlain && previewHost.test(hostname) ? `https://${hostname}` : null;
}

/**
 * What a number is set to so that Twilio asks a preview about its calls, past Deployment Protection where a secret is given.
 * The preview answers its own failures too: what it is like then is worth seeing.
 */
export function previewSettings(previewOrigin: string, bypassSecret: string | null): VoiceSettings {
  const wanted = wantedSettings(previewOrigin);
  if (bypassSecret === null) return wanted;
  const past = (url: string) => `${url}?${bypassPair(bypassSecret)}`;
  return {
    ...wanted,
    voiceUrl: past(wanted.voiceUrl),
    voiceFallbackUrl: past(wanted.voiceFallbackUrl),
    statusCallback: past(wanted.statusCallback),
  };
}

/** Whether a number at Twilio is set to ask some preview of this app, whoever set it so. */
export function isSetToPreview({ voiceUrl }: VoiceSettings): boolean {
  const previewOrigin = readPreviewOrigin(voiceUrl);
  return previewOrigin !== null && voiceUrl.split("?")[0] === wantedSettings(previewOrigin).voiceUrl;
}
