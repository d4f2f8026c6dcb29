import type { VoiceSettings } from "@/db/schema";
import type { TwilioClient } from "./connection";
import { asTwilioFault, TwilioFault } from "./twilio-fault";

/** A number of the account, as Twilio last told. */
export interface NumberAtTwilio {
  sid: string;
  /** E.164. */
  number: string;
  friendlyName: string;
  canVoice: boolean;
  canSms: boolean;
  canMms: boolean;
  settings: VoiceSettings;
}

export interface Purchase {
  /** E.164. */
  number: string;
  friendlyName: string;
  /** Of an address in the account ("AD…"), where the law asks for one. */
  addressSid?: string | undefined;
  /** Of an approved regulatory bundle ("BU…"), where the law asks for one. */
  bundleSid?: string | undefined;
}

/** As many as Twilio gives at once. */
const numbersPerRequest = 1000;

/**
 * Every number of the account, through all pages.
 *
 * @throws TwilioFault if any page of it fails: half of a list would look as if the rest were gone.
 */
export async function listNumbersAtTwilio(
  client: TwilioClient,
  pageSize = numbersPerRequest,
): Promise<NumberAtTwilio[]> {
  const all = await asked(() => client.incomingPhoneNumbers.list({ pageSize }));
  // Numbers that are bought meanwhile move others on to the next page.
  return [...new Map(all.map((number) => [number.sid, toNumber(number)])).values()];
}

/** @throws TwilioFault, but not for a number that the account does not have: that is null. */
export async function findNumberAtTwilio(client: TwilioClient, sid: string): Promise<NumberAtTwilio | null> {
  try {
    return toNumber(await asked(() => client.incomingPhoneNumbers(sid).fetch()));
  } catch (error) {
    if (error instanceof TwilioFault && error.isNotFound) return null;
    throw error;
  }
}

/** @throws TwilioFault */
export async function setVoiceSettings(
  client: TwilioClient,
  sid: string,
  settings: VoiceSettings,
): Promise<NumberAtTwilio> {
  const { voiceApplicationSid, trunkSid, ...urls } = settings;
  // Setting one of these clears the other. Source: Twilio, "IncomingPhoneNumber resource", `trunk_sid`.
  const route = trunkSid
    ? { trunkSid }
    : voiceApplicationSid
      ? { voiceApplicationSid }
      : { voiceApplicationSid, trunkSid };
  return toNumber(await asked(() => client.incomingPhoneNumbers(sid).update({ ...urls, ...route })));
}

/** @throws TwilioFault */
export async function buyNumber(client: TwilioClient, purchase: Purchase): Promise<NumberAtTwilio> {
  const { number, friendlyName, addressSid, bundleSid } = purchase;
  return toNumber(
    await asked(() =>
      client.incomingPhoneNumbers.create({
        phoneNumber: number,
        friendlyName,
        ...(addressSid && { addressSid }),
        ...(bundleSid && { bundleSid }),
      }),
    ),
  );
}

/** @throws TwilioFault, but not for a number that the account does not have any more. */
export async function releaseNumberAtTwilio(client: TwilioClient, sid: string): Promise<void> {
  try {
    await asked(() => client.incomingPhoneNumbers(sid).remove());
  } catch (error) {
    if (!(error instanceof TwilioFault && error.isNotFound)) throw error;
  }
}

/** @throws TwilioFault for whatever became of the request. */
export async function asked<Answer>(request: () => Promise<Answer>): Promise<Answer> {
  try {
    return await request();
  } catch (error) {
    throw asTwilioFault(error);
  }
}

type Instance = Awaited<ReturnType<TwilioClient["incomingPhoneNumbers"]["create"]>>;

/** What is not set comes back as "", from some numbers as null. */
function toNumber(instance: Instance): NumberAtTwilio {
  const { sid, phoneNumber, friendlyName, capabilities } = instance;
  const text = (value: string | null | undefined) => value ?? "";
  return {
    sid,
    number: phoneNumber,
    friendlyName: friendlyName || phoneNumber,
    canVoice: capabilities?.voice ?? false,
    canSms: capabilities?.sms ?? false,
    canMms: capabilities?.mms ?? false,
    settings: {
      voiceUrl: text(instance.voiceUrl),
      voiceMethod: text(instance.voiceMethod),
      voiceFallbackUrl: text(instance.voiceFallbackUrl),
      voiceFallbackMethod: text(instance.voiceFallbackMethod),
      statusCallback: text(instance.statusCallback),
      statusCallbackMethod: text(instance.statusCallbackMethod),
      voiceApplicationSid: text(instance.voiceApplicationSid),
      trunkSid: text(instance.trunkSid),
    },
  };
}
