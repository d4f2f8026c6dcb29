import type { VoiceSettings } from "@/db/schema";
import { anyNumber } from "../../office/make-line";
import { sid } from "../twilio";

/** A number as Twilio's REST API shows it. Source: Twilio's OpenAPI description, `incoming_phone_number`. */
export type NumberResource = Record<string, unknown> & {
  sid: string;
  phone_number: string;
  friendly_name: string;
};

export interface GivenNumber extends Partial<VoiceSettings> {
  sid?: string;
  number?: string;
  friendlyName?: string;
}

export interface NumberForSaleHere {
  number: string;
  country: string;
  type: "Local" | "Mobile" | "TollFree";
  locality?: string;
  region?: string;
  addressRequirement?: "none" | "any" | "local" | "foreign";
  /** The regulatory bundle that has been approved for it; left out where its country asks for none. */
  approvedBundle?: string;
}

/** The parameters of a form, with the property of the resource that each sets. */
const settingParameters = {
  VoiceUrl: "voice_url",
  VoiceMethod: "voice_method",
  VoiceFallbackUrl: "voice_fallback_url",
  VoiceFallbackMethod: "voice_fallback_method",
  StatusCallback: "status_callback",
  StatusCallbackMethod: "status_callback_method",
  VoiceApplicationSid: "voice_application_sid",
  TrunkSid: "trunk_sid",
  FriendlyName: "friendly_name",
  AddressSid: "address_sid",
  BundleSid: "bundle_sid",
} as const;

/** What is not set is null on a number that nobody has touched, and "" once somebody has: both occur at Twilio. */
export function newResource(accountSid: string, given: GivenNumber = {}): NumberResource {
  const own = given.sid ?? sid("PN");
  const number = given.number ?? anyNumber();
  return {
    account_sid: accountSid,
    address_requirements: "none",
    address_sid: null,
    api_version: "2010-04-01",
    beta: false,
    bundle_sid: null,
    capabilities: { voice: true, sms: true, mms: false, fax: false },
    date_created: "Thu, 30 Jul 2015 23:19:04 +0000",
    date_updated: "Thu, 30 Jul 2015 23:19:04 +0000",
    emergency_address_sid: null,
    emergency_address_status: "unregistered",
    emergency_status: "Inactive",
    friendly_name: given.friendlyName ?? number,
    identity_sid: null,
    origin: "twilio",
    phone_number: number,
    sid: own,
    sms_application_sid: "",
    sms_fallback_method: "POST",
    sms_fallback_url: "",
    sms_method: "POST",
    sms_url: "",
    status: "in-use",
    status_callback: given.statusCallback ?? "",
    status_callback_method: given.statusCallbackMethod ?? "POST",
    trunk_sid: given.trunkSid ?? null,
    type: "local",
    uri: `/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${own}.json`,
    voice_application_sid: given.voiceApplicationSid ?? "",
    voice_caller_id_lookup: false,
    voice_fallback_method: given.voiceFallbackMethod ?? "POST",
    voice_fallback_url: given.voiceFallbackUrl ?? null,
    voice_method: given.voiceMethod ?? "POST",
    voice_receive_mode: "voice",
    voice_url: given.voiceUrl ?? null,
  };
}

/** What Twilio refuses: its code and its words, or null when the form may be applied. */
export function refusalOf(resource: NumberResource, form: URLSearchParams): [number, string] | null {
  const voiceUrl = form.get("VoiceUrl") ?? resource.voice_url;
  const fallback = form.get("VoiceFallbackUrl") ?? resource.voice_fallback_url;
  if (fallback && !voiceUrl) return [21405, "Cannot set VoiceFallbackUrl without setting Url"];
  return null;
}

/**
 * Why a number is not sold: what the law asks for is missing or not approved. One code says either of a bundle. Source:
 * Twilio, "Error and Warning Dictionary", 21631 and 21649.
 */
export function refusalToSell(offer: NumberForSaleHere, form: URLSearchParams): [number, string] | null {
  const { addressRequirement = "none", approvedBundle } = offer;
  const bundle = form.get("BundleSid");
  if (approvedBundle && !bundle) return [21649, "Bundle required and not provided"];
  if (bundle && bundle !== approvedBundle) return [21649, `Bundle ${bundle} status is not twilio-approved`];
  if (addressRequirement !== "none" && !form.get("AddressSid")) {
    return [21631, "Phone Number Requires an Address but the 'AddressSid' parameter was empty."];
  }
  return null;
}

/** Applies a form: an application and a trunk each drive out the other. */
export function applyForm(resource: NumberResource, form: URLSearchParams): void {
  for (const [parameter, property] of Object.entries(settingParameters)) {
    const value = form.get(parameter);
    if (value !== null) resource[property] = value;
  }
  if (form.get("TrunkSid")) resource.voice_application_sid = "";
  else if (form.get("VoiceApplicationSid")) resource.trunk_sid = "";
}

/** The voice settings that stand on a number, as the app names them. */
export function settingsOf(resource: NumberResource): VoiceSettings {
  const text = (name: string) => String(resource[name] ?? "");
  return {
    voiceUrl: text("voice_url"),
    voiceMethod: text("voice_method"),
    voiceFallbackUrl: text("voice_fallback_url"),
    voiceFallbackMethod: text("voice_fallback_method"),
    statusCallback: text("status_callback"),
    statusCallbackMethod: text("status_callback_method"),
    voiceApplicationSid: text("voice_application_sid"),
    trunkSid: text("trunk_sid"),
  };
}
