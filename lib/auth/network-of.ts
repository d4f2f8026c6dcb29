/**
 * What counts as one address when wrong passwords are slowed down: an IPv4 address, or the 64 bits of an IPv6 address
 * that name a network, since one customer of a provider can take any address inside it (RFC 6177).
 */
export function networkOf(address: string): string {
  const ipv4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address)?.[1];
  if (ipv4) return ipv4;
  const host = `[${address.replace(/%.*$/, "")}]`;
  if (!URL.canParse(`http://${host}`)) return "unknown";
  // The URL parser writes each address in one way only (RFC 5952).
  const [head = "", tail = ""] = new URL(`http://${host}`).hostname.slice(1, -1).split("::");
  const groups = (part: string) => (part === "" ? [] : part.split(":"));
  const filler = 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(filler).fill("0"), ...groups(tail)];
  return `${all.slice(0, 4).join(":")}::/64`;
}

/**
 * The browser's address, as far as the nearest proxy tells. The last entry is the one that this proxy added itself
 * (Vercel's is the only one); those before it are whatever the browser claims.
 */
export function networkFrom(headers: Headers): string {
  const entries = headers.get("x-forwarded-for")?.split(",") ?? [];
  return networkOf(entries.at(-1)?.trim() ?? "");
}
