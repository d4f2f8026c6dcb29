/** Whether an element holds words of its own: a phone number, a URL, something to say. */
export type TextRule = "required" | "optional" | "none";

/** One element as the typings of the twilio package describe it. */
export interface TypedElement {
  /** As it is written in TwiML: `Sip`, `say-as`. */
  name: string;
  text: TextRule;
  /** Keys of the elements that may stand directly inside. */
  children: readonly string[];
  /**
   * Attribute → type as the typings spell it: `string`, `number`, `boolean`, the name of a set of values, or any of
   * these with `[]` for a list.
   */
  attributes: Readonly<Record<string, string>>;
}

/** What can be written in a TwiML document for voice. */
export interface TypedGrammar {
  /** Named sets of values, such as `RejectReason`. */
  values: Readonly<Record<string, readonly string[]>>;
  /** By class name in the typings, since <Sip> inside <Refer> differs from <Sip> inside <Dial>. */
  elements: Readonly<Record<string, TypedElement>>;
}
