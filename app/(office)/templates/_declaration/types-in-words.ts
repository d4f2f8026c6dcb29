import type { ParameterType } from "@/lib/template/types";

/** What a person calls each type. */
export const typesInWords: Readonly<Record<ParameterType, string>> = {
  text: "Short text",
  longText: "Long text",
  phoneNumber: "Phone number",
  number: "Number",
  yesNo: "Yes or no",
  choice: "Choice of a few",
  voice: "Voice and language",
  audio: "Sound",
  people: "People to ring",
  action: "Another action",
  menu: "Keys of a menu",
};

export const offeredTypes = Object.keys(typesInWords) as ParameterType[];
