import { Temporal } from "temporal-polyfill";
import { describeCaller } from "@/app/_format/describe-caller";
import { instantInWords } from "@/app/_format/instant-in-words";
import { personLocale } from "@/app/_format/person-locale";
import { formatPhoneNumber } from "@/app/_format/phone-number";
import { longestSearch } from "@/app/_lists/url-texts";
import { type Firm, getFirm } from "@/db/queries/firm/get-firm";
import { type Found, findAnything } from "@/db/queries/search/find-anything";
import { findSignedIn } from "@/lib/auth/require-staff";
import { foundPlaces } from "../_palette/found-places";
import type { Place } from "../_palette/place";

/** What the palette finds, as JSON. Asked by a script, which a redirect to the sign-in page would only confuse. */
export async function GET(request: Request): Promise<Response> {
  const signedIn = await findSignedIn();
  if (!signedIn) return Response.json({ message: "Sign in again." }, { status: 401 });
  const { db, staff } = signedIn;
  const search = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, longestSearch);
  if (!search) return Response.json([]);
  const [found, firm] = await Promise.all([findAnything(db, { search, role: staff.role }), getFirm(db)]);
  const locale = personLocale(request.headers.get("accept-language"));
  const now = Temporal.Now.instant();
  return Response.json(
    found.map((one) => placeOf(one, { firm, now, locale })),
    { headers: { "cache-control": "private, no-store" } },
  );
}

function placeOf(
  { kind, id, name, detail, at }: Found,
  { firm: { country, timeZone }, now, locale }: { firm: Firm; now: Temporal.Instant; locale: string },
): Place {
  const { word, href } = foundPlaces[kind];
  if (at !== null) {
    const when = instantInWords(Temporal.Instant.fromEpochMilliseconds(at), { now, timeZone, locale });
    return { href: href(id), name: describeCaller(name, detail, country), about: `${word}, ${when}` };
  }
  const more = detail && (kind === "person" ? `extension ${detail}` : formatPhoneNumber(detail, country));
  return { href: href(id), name: formatPhoneNumber(name, country), about: more ? `${word}, ${more}` : word };
}
