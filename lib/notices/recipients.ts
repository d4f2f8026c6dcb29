/** Somebody, or a number, who is to be told of messages. */
export interface NotifiedPerson {
  /** Null for a bare number. */
  personId: string | null;
  name: string | null;
  email: string | null;
  isToldByEmail: boolean;
  isToldByText: boolean;
  /** In the order in which they were entered: E.164, or SIP addresses. */
  numbers: readonly string[];
}

export interface Recipient {
  channel: "email" | "text";
  /** An address of e-mail, or E.164. */
  address: string;
  personId: string | null;
}

export interface Recipients {
  recipients: Recipient[];
  /** Why somebody who is to be told cannot be, one sentence each. */
  unreachable: string[];
}

const isE164 = (number: string): boolean => number.startsWith("+");

/**
 * Where a notice goes: each address once, however many ways lead to it.
 *
 * @param canBeTexted whether a number (E.164) may be a mobile's.
 */
export function recipientsOf(
  people: readonly NotifiedPerson[],
  canBeTexted: (number: string) => boolean,
): Recipients {
  const found = people.map((person) => waysTo(person, canBeTexted));
  const recipients = new Map(
    found.flatMap((one) => one.recipients).map((one) => [`${one.channel} ${one.address}`, one]),
  );
  return { recipients: [...recipients.values()], unreachable: found.flatMap((one) => one.unreachable) };
}

function waysTo(person: NotifiedPerson, canBeTexted: (number: string) => boolean): Recipients {
  const { personId, name, email, isToldByEmail, isToldByText, numbers } = person;
  if (personId === null) {
    // Somebody has typed this very number here, so it is tried as it is: Twilio knows best what takes texts.
    const number = numbers.find(isE164);
    return number
      ? { recipients: [{ channel: "text", address: number, personId }], unreachable: [] }
      : { recipients: [], unreachable: [`${numbers[0]} takes no texts.`] };
  }
  const recipients: Recipient[] = [];
  const unreachable: string[] = [];
  if (isToldByEmail && email !== null) {
    recipients.push({ channel: "email", address: email.toLowerCase(), personId });
  } else if (isToldByEmail) unreachable.push(`${name} has no e-mail address.`);
  const mobile = numbers.find((number) => isE164(number) && canBeTexted(number));
  if (isToldByText && mobile) recipients.push({ channel: "text", address: mobile, personId });
  else if (isToldByText) unreachable.push(`${name} has no mobile number.`);
  if (!isToldByEmail && !isToldByText) unreachable.push(`${name} is told neither by e-mail nor by text.`);
  return { recipients, unreachable };
}
