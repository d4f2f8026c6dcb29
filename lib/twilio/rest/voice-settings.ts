import type { VoiceSettings } from "@/db/schema";
import { fallbackUrlOn } from "@/lib/call/answers";

/** A number that nobody has set up: Twilio answers a call to it with an error message. */
const nothingSet: VoiceSettings = {
  voiceUrl: "",
  voiceMethod: "POST",
  voiceFallbackUrl: "",
  voiceFallbackMethod: "POST",
  statusCallback: "",
  statusCallbackMethod: "POST",
  voiceApplicationSid: "",
  trunkSid: "",
};

/**
 * What a number has to be set to so that Twilio asks the app at `origin` about its calls. An application or a trunk would
 * make Twilio ignore the URLs. Source: Twilio, "IncomingPhoneNumber resource", `voice_application_sid`, `trunk_sid`.
 *
 * @param externalFallbackUrl - what answers when this app cannot, a TwiML Bin say; otherwise this app's own fallback,
 *   which needs no database.
 */
export const wantedSettings = (origin: string, externalFallbackUrl: string | null = null): VoiceSettings => ({
  ...nothingSet,
  voiceUrl: `${origin}/api/voice`,
  voiceFallbackUrl: externalFallbackUrl ?? fallbackUrlOn(origin),
  statusCallback: `${origin}/api/voice/status`,
});

/** The names of the settings in which two differ; the method of a URL that is not set says nothing. */
export function differingSettings(one: VoiceSettings, other: VoiceSettings): (keyof VoiceSettings)[] {
  const differs = (name: keyof VoiceSettings) => one[name] !== other[name];
  const withMethods: [keyof VoiceSettings, keyof VoiceSettings][] = [
    ["voiceUrl", "voiceMethod"],
    ["voiceFallbackUrl", "voiceFallbackMethod"],
    ["statusCallback", "statusCallbackMethod"],
  ];
  return [
    ...withMethods.flatMap(([url, method]) => {
      if (differs(url)) return [url];
      return one[url] !== "" && differs(method) ? [method] : [];
    }),
    ...(["voiceApplicationSid", "trunkSid"] as const).filter(differs),
  ];
}

export const sameSettings = (one: VoiceSettings | null, other: VoiceSettings | null): boolean =>
  one === null || other === null ? one === other : differingSettings(one, other).length === 0;

/**
 * Whether Twilio asks this app about the calls of a number with these settings: the app at `origin`, or where it was when
 * it asked for `wanted`.
 */
export function pointsHere(
  settings: VoiceSettings,
  { origin, wanted }: { origin: string; wanted: VoiceSettings | null },
): boolean {
  if (settings.voiceApplicationSid !== "" || settings.trunkSid !== "") return false;
  const url = withoutFragment(settings.voiceUrl);
  return url === wantedSettings(origin).voiceUrl || url === wanted?.voiceUrl;
}

/** A fragment sets Twilio's time limits and retries, and is no part of the address. Source: Twilio, "Webhooks: connection overrides". */
const withoutFragment = (url: string): string => url.split("#")[0] ?? "";

/** What to put back at Twilio for a number that is let go. A fallback URL without a voice URL is refused (21405). */
export function settingsToRestore(before: VoiceSettings | null): VoiceSettings {
  if (!before) return nothingSet;
  return before.voiceUrl === "" ? { ...before, voiceFallbackUrl: "" } : before;
}

/** This machine, and networks that nobody outside can reach. Source: RFC 6761, RFC 1918. */
const privateHost =
  /^(localhost|.*\.(localhost|local|internal|test)|127\..*|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|\[.*\])$/;

/** Whether Twilio can reach an app at this origin: a number that is pointed anywhere else is dead. */
export const isPublicOrigin = (origin: string): boolean => !privateHost.test(new URL(origin).hostname);
