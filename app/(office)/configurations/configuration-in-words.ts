import type { InWords } from "@/db/queries/activity/record-activity";
import type { ConfigurationParts } from "@/db/queries/configurations/get-configuration-parts";
import { nameOfNumber } from "../phone-numbers/number-in-words";

export const numberInWords = (
  { numberName, number }: Pick<ConfigurationParts, "numberName" | "number">,
  country: string,
): string => nameOfNumber({ number, friendlyName: numberName }, country);

export const configurationInWords = (
  configuration: ConfigurationParts & { name: string; isActive: boolean; takesKnownCallersOnly: boolean },
  country: string,
): InWords => ({
  Name: configuration.name,
  "Phone number": numberInWords(configuration, country),
  Schedule: configuration.scheduleName,
  "While open": configuration.openActionName,
  "While closed": configuration.closedActionName,
  "Only known callers": activeInWords(configuration.takesKnownCallersOnly),
  Active: activeInWords(configuration.isActive),
});

export const activeInWords = (isActive: boolean): string => (isActive ? "Yes" : "No");
