import type { TwilioFault } from "./twilio-fault";

/** What came of an attempt, in whole sentences for the person who made it. */
export interface AttemptWords {
  /** What was not done, and how things therefore are. */
  notDone: string;
  /** For when nobody knows whether Twilio has done it. Reading needs none. */
  unsure?: string;
  /** Nobody made it, and nobody can make it again: advice to do so is left out. */
  isByItself?: true;
}

interface FaultWords {
  happened: string;
  advice: string;
  /** The advice is for whoever can try again. */
  isToTryAgain?: true;
}

const console = "Twilio's console";

/** Source: Twilio, "Error and Warning Dictionary". */
const byCode: Readonly<Record<number, FaultWords>> = {
  20003: {
    happened: "Twilio did not accept the account SID and the auth token",
    advice:
      "Whoever set Switchboard up should compare TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN with the console.",
  },
  20005: {
    happened: "The account at Twilio is not active",
    advice: `It may have been suspended or closed: look at the account in ${console}.`,
  },
  20008: {
    happened: "These are Twilio's test credentials, which cannot do this",
    advice: "Use the live credentials of the account.",
  },
  20404: {
    happened: "Twilio does not have this in the account any more",
    advice: "Synchronise to see which numbers the account has.",
  },
  20429: {
    happened: "Twilio is getting too many requests from this account, and still was after several tries",
    advice: "Wait a minute, and try again.",
    isToTryAgain: true,
  },
  21210: {
    happened: "Twilio does not let this account show that number to whoever is called",
    advice: "Synchronise the phone numbers to see which ones the account still has.",
  },
  21211: {
    happened: "Twilio does not know this as a phone number that can be called or texted",
    advice: "Check it, with its country code.",
  },
  21214: {
    happened: "Twilio cannot reach the number to call",
    advice: "Check it, or choose another phone.",
  },
  21215: {
    happened: "The account at Twilio may not call this country",
    advice: `Allow it in ${console} (Voice, Settings, Geo permissions).`,
  },
  21219: {
    happened: "A trial account at Twilio calls verified numbers alone",
    advice: `Verify the number in ${console} (Phone Numbers, Verified Caller IDs), or upgrade the account.`,
  },
  21402: {
    happened: "Twilio does not accept the address of Switchboard",
    advice: "It must be a public address that begins with https: PUBLIC_BASE_URL says which one it is.",
  },
  21404: {
    happened: "A trial account at Twilio cannot have this number",
    advice: `A trial account may have one number. Upgrade the account in ${console} to have more.`,
  },
  21405: {
    happened: "Twilio does not take a fallback address without a voice address",
    advice: `Set the number up by hand in ${console}, then synchronise.`,
  },
  21408: {
    happened: "The account may not send texts to this country",
    advice: `Allow it in ${console} (Messaging, Settings, Geo permissions).`,
  },
  21421: {
    happened: "Twilio does not know this as a phone number",
    advice: "Search again, and choose a number from the results.",
  },
  21422: {
    happened: "The number is not for sale any more",
    advice: "Somebody may have been quicker. Search again, and choose another one.",
  },
  21452: {
    happened: "Twilio has no numbers in this area code",
    advice: "Try another area code.",
  },
  21606: {
    happened: "The work number cannot send texts to this number",
    advice: `Look at what the number can do in ${console}; texts within the USA need a registered sender.`,
  },
  21608: {
    happened: "A trial account at Twilio can only text numbers that it has verified",
    advice: `Verify the number in ${console}, or upgrade the account.`,
  },
  21610: {
    happened: "Whoever has this number has answered STOP to texts from us",
    advice: "They can answer START to get texts again.",
  },
  21612: {
    happened: "The work number cannot send texts to this number",
    advice: "Twilio has no way there from this number.",
  },
  21614: {
    happened: "This number is not a mobile, so it takes no texts",
    advice: "Enter a mobile number instead.",
  },
  21615: {
    happened: "The law asks for an address in the number's own area",
    advice: `Add such an address in ${console} (Phone Numbers, Regulatory Compliance, Addresses) and enter its SID, which begins with AD.`,
  },
  21631: {
    happened: "The law asks for the address of whoever uses this number",
    advice: `Add it in ${console} (Phone Numbers, Regulatory Compliance, Addresses) and enter its SID, which begins with AD.`,
  },
  21649: {
    happened:
      "The law asks for papers with this number, and Twilio has no approved regulatory bundle of them from you",
    advice: `If you have handed one in in ${console} (Phone Numbers, Regulatory Compliance, Bundles), wait until it is approved; otherwise make one there. Then enter its SID, which begins with BU.`,
  },
  21650: {
    happened: "The regulatory bundle is for another kind of number",
    advice: "Choose the bundle that was made for this country and this type of number.",
  },
  21651: {
    happened: "The address is not the one in the regulatory bundle",
    advice: "Enter the SID of the address that belongs to the bundle.",
  },
};

const byStatus: Readonly<Record<number, FaultWords>> = {
  401: byCode[20003] as FaultWords,
  403: {
    happened: "Twilio does not allow this account to do that",
    advice: `Look at the account in ${console}.`,
  },
  404: byCode[20404] as FaultWords,
  429: byCode[20429] as FaultWords,
};

const byKind: Readonly<Record<TwilioFault["kind"], FaultWords>> = {
  refused: {
    happened: "Twilio refused",
    advice: "Twilio's page about the code says more: https://www.twilio.com/docs/api/errors.",
  },
  broken: {
    happened: "Something went wrong at Twilio",
    advice: "Try again in a few minutes; status.twilio.com says if it is a known trouble.",
    isToTryAgain: true,
  },
  timeout: {
    happened: "Twilio did not answer in time",
    advice: "Try again in a minute.",
    isToTryAgain: true,
  },
  unreachable: {
    happened: "Twilio could not be reached from here",
    advice: "Try again in a minute; if it stays so, the network of this deployment is at fault.",
    isToTryAgain: true,
  },
  cut: {
    happened: "The connection to Twilio broke off in the middle",
    advice: "Try again in a minute.",
    isToTryAgain: true,
  },
  refusedHere: {
    happened: "This is a preview of Switchboard, which changes nothing at Twilio",
    advice: "The firm's numbers belong to the production deployment: do it there.",
  },
};

/** A fault of Twilio for the person who met it: what happened, with its code; what was and was not done; what to do. */
export function faultInWords(fault: TwilioFault, { notDone, unsure, isByItself }: AttemptWords): string {
  const words = byCode[fault.code ?? 0] ?? byStatus[fault.status ?? 0] ?? byKind[fault.kind];
  const outcome = fault.mayBeDone && unsure ? unsure : notDone;
  const advice = isByItself && words.isToTryAgain ? "" : ` ${words.advice}`;
  return `${words.happened}${codeOf(fault)}.${saidByTwilio(fault, words)} ${outcome}${advice}`;
}

function codeOf({ code, status }: TwilioFault): string {
  if (code !== null) return ` (Twilio error ${code})`;
  return status === null ? "" : ` (HTTP ${status})`;
}

/** Its own words help where we have none. */
function saidByTwilio({ saying }: TwilioFault, words: FaultWords): string {
  return saying && words === byKind.refused ? ` It says: “${saying.replace(/[.\s]+$/, "")}.”` : "";
}
