import { findNumberFault } from "./phone-number-rule";
import { faultAt, quote, type TwimlFault } from "./twiml-fault";
import { listElements, ownText, type TwimlElement } from "./twiml-tree";

/** "TwiML Voice: <Number>" and "TwiML Voice: <Client>": up to ten at once. */
const MAX_TARGETS = 10;
/** "TwiML Voice: <Sip>": the URI is shorter than 255 characters. */
const MAX_SIP_LENGTH = 254;

/** Can these be rung together? */
export function checkDial(dial: TwimlElement): TwimlFault[] {
  const nouns = listElements(dial);
  const text = ownText(dial);
  const faults: TwimlFault[] = [];
  const eleventh = nouns[MAX_TARGETS];
  if (eleventh) {
    const words = `One <Dial> rings at most ${MAX_TARGETS} at once; this has ${nouns.length}.`;
    faults.push(faultAt(eleventh, "too-many-targets", words));
  }
  if (nouns.length === 0 && text === "") {
    faults.push(faultAt(dial, "nobody-to-ring", "This <Dial> rings nobody. Put a <Number> inside it."));
  } else if (nouns.length === 0) {
    faults.push(...numberFaults(text, dial));
  } else if (text !== "") {
    const words = `${quote(text)} beside <${nouns[0]?.name}> is not dialled. Put it inside <Number> too.`;
    faults.push(faultAt(dial, "unexpected-text", words));
  }
  return [...faults, ...checkMixture(nouns)];
}

/** "13000: Conference Noun cannot be mixed with Number nouns"; "TwiML Voice: <Sip>". */
function checkMixture(nouns: readonly TwimlElement[]): TwimlFault[] {
  const conference = nouns.find((noun) => noun.name === "Conference");
  if (conference && nouns.length > 1) {
    const words = "A <Conference> must be the only thing in its <Dial>.";
    return [faultAt(conference, "mixed-targets", words)];
  }
  const sip = nouns.find((noun) => noun.name === "Sip");
  if (sip && nouns.length > 1) {
    const words =
      "<Sip> rings together with others only if “Enhanced Programmable SIP Features” is switched on at Twilio.";
    return [faultAt(sip, "mixed-targets", words, "warning")];
  }
  return [];
}

/** Is what stands in a noun something that can be rung? */
export function checkTarget(noun: TwimlElement): TwimlFault[] {
  const text = ownText(noun);
  const hasElements = listElements(noun).length > 0;
  if (noun.name === "Number" || noun.name === "WhatsApp") return text === "" ? [] : numberFaults(text, noun);
  if (noun.name === "Client" || noun.name === "Sip" || noun.name === "Application") {
    if (text === "" && !hasElements) return [faultAt(noun, "missing-text", `<${noun.name}> is empty.`)];
  }
  const isSip = noun.name === "Sip" || noun.name === "Uri";
  if (isSip && text !== "" && (!/^sips?:(\S+@)?[a-z\d[]\S*$/i.test(text) || text.length > MAX_SIP_LENGTH)) {
    const words = `${quote(text)} is not a SIP address, such as sip:reception@example.com.`;
    return [faultAt(noun, "wrong-sip-address", words)];
  }
  return [];
}

function numberFaults(text: string, at: TwimlElement): TwimlFault[] {
  const fault = findNumberFault(text, at.name);
  return fault ? [faultAt(at, fault.code, fault.words, fault.severity)] : [];
}
