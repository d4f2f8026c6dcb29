import { findValueFault } from "./attribute-value";
import { didYouMean } from "./did-you-mean";
import type { AttributeRule, ElementRule } from "./grammar/twiml-grammar";
import { sayVoices } from "./grammar/voices.generated";
import { findCallerIdFault, findNumberFault } from "./phone-number-rule";
import { faultAt, quote, type TwimlFault, type ValueFault } from "./twiml-fault";
import type { TwimlAttribute, TwimlElement } from "./twiml-tree";
import { findUrlFault, isUrlAttribute, type UrlOptions } from "./url-rule";

/** Not paymentMethod, which is none of HTTP. */
const METHOD_ATTRIBUTE = /^(method|(refer|wait|waitUrl)Method)$|CallbackMethod$/;

/** Does the element take these attributes, and these values in them? */
export function checkAttributes(element: TwimlElement, rule: ElementRule, options: UrlOptions): TwimlFault[] {
  const faults: TwimlFault[] = [];
  for (const attribute of element.attributes.values()) {
    const known = rule.attributes.get(attribute.name);
    if (!known) {
      const guess = didYouMean(attribute.name, rule.attributes.keys());
      const words = `<${element.name}> has no attribute ${quote(attribute.name)}.${guess}`;
      faults.push(faultAt(attribute, "unknown-attribute", words));
      continue;
    }
    const fault = checkValue(attribute, element.name, known, options);
    if (fault) faults.push(faultAt(attribute, fault.code, fault.words, fault.severity));
  }
  return faults;
}

function checkValue(
  { name, value }: TwimlAttribute,
  element: string,
  rule: AttributeRule,
  options: UrlOptions,
): ValueFault | null {
  const written = value.trim();
  const label = `${name} of <${element}>`;
  if (isUrlAttribute(name)) return findUrlFault(written, { element, attribute: name }, options);
  if (METHOD_ATTRIBUTE.test(name)) return findMethodFault(written, label);
  if (name === "voice" && element === "Say") return findVoiceFault(written);
  if (name === "callerId") return findCallerIdFault(written);
  if (element === "Sms" && (name === "to" || name === "from")) return findNumberFault(written, "Sms");
  return findKeysFault(name, written, element) ?? findValueFault(written, rule, label);
}

/** The typings mostly call a method a string. Twilio takes GET and POST, in small letters too. */
function findMethodFault(written: string, label: string): ValueFault | null {
  if (/^(get|post)$/i.test(written)) return null;
  const words = `${label} must be GET or POST, not ${quote(written)}.`;
  return { code: "wrong-value", words, severity: "error" };
}

/** Voices come and go faster than releases of the twilio package, so that an unknown one is no error. */
function findVoiceFault(written: string): ValueFault | null {
  if (written === "" || sayVoices.includes(written)) return null;
  const guess = didYouMean(written, sayVoices);
  const words = `${quote(written)} is not on Twilio's list of voices; listen to a test call.${guess}`;
  return { code: "unlisted-value", words, severity: "warning" };
}

/** "13310: Gather: Invalid finishOnKey value": one key ends a <Gather>, or none. */
const ONE_KEY = { shape: /^[\d#*]?$/, words: "one digit, * or #" };
/** "TwiML Voice: <Record>": any one of several. */
const ANY_KEYS = { shape: /^[\d#*]*$/, words: "digits, * and #" };
/** "TwiML Voice: <Play>". */
const SENT_KEYS = { shape: /^[\d#*wWA-Da-d,]+$/, words: "digits, * and #, and w to wait half a second" };

function findKeysFault(name: string, written: string, element: string): ValueFault | null {
  const keys = keysFor(name, element);
  if (!keys || keys.shape.test(written)) return null;
  const words = `${name} of <${element}> takes ${keys.words}, not ${quote(written)}.`;
  return { code: "wrong-value", words, severity: "error" };
}

function keysFor(name: string, element: string): typeof ONE_KEY | null {
  if (name === "digits" || name === "sendDigits") return SENT_KEYS;
  if (name !== "finishOnKey") return null;
  return element === "Gather" ? ONE_KEY : ANY_KEYS;
}
