import type { TwilioClient } from "./connection";
import { asked } from "./numbers-at-twilio";
import { TwilioFault } from "./twilio-fault";

export const numberTypes = ["local", "mobile", "tollFree"] as const;
export type NumberType = (typeof numberTypes)[number];

export interface NumberForSale {
  /** E.164. */
  number: string;
  /** Town and region, where Twilio tells. */
  place: string | null;
  canSms: boolean;
  /** Whose address the law wants to see before it may be bought. */
  addressRequirement: "none" | "any" | "local" | "foreign";
}

export interface NumberSearch {
  /** ISO 3166-1 alpha-2. */
  country: string;
  type: NumberType;
  /** Digits or letters that the number has in it, 2 to 16 with "*" for any one. */
  contains?: string | undefined;
  /** An area code of the United States or Canada, or elsewhere a town. */
  area?: string | undefined;
}

const numbersAtOnce = 20;

/**
 * Numbers that take calls and can be bought now; null where Twilio sells none of the type in the country.
 *
 * @throws TwilioFault
 */
export async function searchNumbersForSale(
  client: TwilioClient,
  { country, type, contains, area }: NumberSearch,
): Promise<NumberForSale[] | null> {
  const criteria = {
    voiceEnabled: true,
    limit: numbersAtOnce,
    ...(contains && { contains }),
    ...(area && (/^\d{3}$/.test(area) ? { areaCode: Number(area) } : { inLocality: area })),
  };
  try {
    const found = await asked<FoundNumber[]>(() => listOf(client, country, type).list(criteria));
    return found.map(({ phoneNumber, locality, region, capabilities, addressRequirements }) => ({
      number: phoneNumber,
      place: [locality, region].filter(Boolean).join(", ") || null,
      canSms: capabilities.SMS ?? capabilities.sms ?? false,
      addressRequirement: requirement(addressRequirements),
    }));
  } catch (error) {
    if (error instanceof TwilioFault && error.isNotFound) return null;
    throw error;
  }
}

/** What Twilio tells of a number of any type. */
interface FoundNumber {
  phoneNumber: string;
  locality: string | null;
  region: string | null;
  /** Twilio writes its names small for the numbers of an account, and large here. */
  capabilities: { SMS?: boolean; sms?: boolean };
  addressRequirements: string;
}

interface Lists {
  list(criteria: object): Promise<FoundNumber[]>;
}

/** The lists are alike, but their types are not related. */
const listOf = (client: TwilioClient, country: string, type: NumberType): Lists =>
  client.availablePhoneNumbers(country)[type];

/** One that we do not know is taken for the widest: the buyer is asked for an address rather than turned away. */
const requirement = (given: string): NumberForSale["addressRequirement"] =>
  given === "none" || given === "local" || given === "foreign" ? given : "any";
