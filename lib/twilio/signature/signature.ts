const encoder = new TextEncoder();

/** Importing a key costs more than checking with it, and there are two tokens at the most. */
const keys = new Map<string, Promise<CryptoKey>>();

function hmacKey(authToken: string): Promise<CryptoKey> {
  let key = keys.get(authToken);
  if (!key) {
    key = crypto.subtle.importKey("raw", encoder.encode(authToken), { name: "HMAC", hash: "SHA-1" }, false, [
      "sign",
      "verify",
    ]);
    keys.set(authToken, key);
  }
  return key;
}

/**
 * The text that Twilio signs: the URL, then each parameter's name and value, sorted by name in code-unit order, with
 * nothing between. A repeated parameter counts each distinct value once, sorted, as the twilio package does.
 * Source: Twilio, "Webhooks Security".
 */
function signedText(url: string, parameters: URLSearchParams): string {
  let text = url;
  for (const name of [...new Set(parameters.keys())].sort()) {
    for (const value of [...new Set(parameters.getAll(name))].sort()) text += name + value;
  }
  return text;
}

/** The X-Twilio-Signature of a request: base64 of HMAC-SHA1. For the tools that take Twilio's part. */
export async function sign(authToken: string, url: string, parameters: URLSearchParams): Promise<string> {
  const data = encoder.encode(signedText(url, parameters));
  const mac = await crypto.subtle.sign("HMAC", await hmacKey(authToken), data);
  return btoa(String.fromCharCode(...new Uint8Array(mac)));
}

export interface SignedRequest {
  /** The X-Twilio-Signature header; null when it is missing. */
  signature: string | null;
  /** The public URL, query included, as it is configured at Twilio. */
  url: string;
  parameters: URLSearchParams;
}

/**
 * Whether Twilio signed this request with one of our tokens. Web Crypto's `verify` compares in constant time.
 * The URL is tried with and without its standard port: Twilio drops it for HTTPS, some senders keep it.
 */
export async function isFromTwilio(request: SignedRequest, authTokens: readonly string[]): Promise<boolean> {
  const mac = decodeBase64(request.signature);
  if (!mac) return false;
  for (const url of withAndWithoutPort(request.url)) {
    const data = encoder.encode(signedText(url, request.parameters));
    for (const authToken of authTokens) {
      if (await crypto.subtle.verify("HMAC", await hmacKey(authToken), mac, data)) return true;
    }
  }
  return false;
}

/** Strict: only what base64 of twenty bytes can look like, so that no second spelling of a signature is taken. */
function decodeBase64(signature: string | null): Uint8Array<ArrayBuffer> | null {
  if (!signature || !/^[A-Za-z0-9+/]{27}=$/.test(signature)) return null;
  const bytes = Uint8Array.from(atob(signature), (character) => character.charCodeAt(0));
  return btoa(String.fromCharCode(...bytes)) === signature ? bytes : null;
}

/** Cut as text and never through `new URL()`, which would re-encode characters that Twilio signed as they are. */
function withAndWithoutPort(url: string): string[] {
  const parts = /^(https?:\/\/)([^/?#]*?)(:\d+)?([/?#].*)?$/i.exec(url);
  if (!parts) return [url];
  const [, scheme = "", host = "", port, rest = ""] = parts;
  const standardPort = scheme.toLowerCase() === "https://" ? ":443" : ":80";
  const other = port ? `${scheme}${host}${rest}` : `${scheme}${host}${standardPort}${rest}`;
  return [url, other];
}
