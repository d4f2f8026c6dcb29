import { quote, type ValueFault } from "./twiml-fault";

export interface UrlOptions {
  /**
   * Says which URLs need not be absolute ones of http or https: the engine's own steps, say, or everything while an
   * example is looked at.
   */
  allowsUrl?: (url: string) => boolean;
}

/** Silence in place of hold music: "TwiML Voice: <Conference>", "TwiML Voice: <Enqueue>". */
const MAY_BE_EMPTY = new Set(["waitUrl"]);
/** Media goes over a WebSocket: "TwiML Voice: <Stream>", "TwiML Voice: <ConversationRelay>". */
const OVER_WEBSOCKET = new Set(["Stream", "ConversationRelay"]);

/** Whether an attribute of this name holds a URL. The typings say only that it is a string. */
export function isUrlAttribute(name: string): boolean {
  return /^(action|url)$|(Url|Callback)$/.test(name);
}

/**
 * What is wrong with a URL in an attribute, or as the text of <Play> and <Redirect> (`attribute` is null). Twilio
 * would take a relative one, but relative to which of our routes the author cannot know.
 */
export function findUrlFault(
  url: string,
  place: { element: string; attribute: string | null },
  { allowsUrl = () => false }: UrlOptions,
): ValueFault | null {
  const { element, attribute } = place;
  const label = attribute === null ? `The address in <${element}>` : `${attribute} of <${element}>`;
  if (url === "" && attribute !== null && MAY_BE_EMPTY.has(attribute)) return null;
  if (allowsUrl(url)) return null;

  const isSocket = attribute === "url" && OVER_WEBSOCKET.has(element);
  const start = isSocket ? "wss://" : "https://";
  const shape = isSocket ? /^wss:\/\/[^\s/]\S*$/i : /^https?:\/\/[^\s/]\S*$/i;
  if (shape.test(url) && canParse(url)) return null;
  const written = url === "" ? "it is empty" : `${quote(url)} is not one`;
  const words = `${label} must be a whole web address, beginning with ${start}; ${written}.`;
  return { code: "wrong-url", words, severity: "error" };
}

/** URL.canParse() is younger than some edge runtimes. */
function canParse(url: string): boolean {
  try {
    return Boolean(new URL(url));
  } catch {
    return false;
  }
}
