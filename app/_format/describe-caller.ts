import { callerFrom, unknownCaller } from "@/lib/call/caller";
import { formatPhoneNumber } from "./phone-number";

/** Who called: their name where the carrier told it, and the number as the country writes it. */
export function describeCaller(from: string, name: string | null, country: string): string {
  const { number, isWithheld } = callerFrom(new URLSearchParams({ From: from }));
  const address = number ? formatPhoneNumber(number, country) : addressInWords(from, isWithheld);
  return name ? `${name}, ${address}` : address;
}

function addressInWords(from: string, isWithheld: boolean): string {
  if (isWithheld) return "Withheld number";
  return from === unknownCaller ? "Unknown caller" : from;
}
