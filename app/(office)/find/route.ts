import { formatPhoneNumber } from "@/app/_format/phone-number";
import { getFirm } from "@/db/queries/firm/get-firm";
import { type Found, findAnything, findableKinds } from "@/db/queries/search/find-anything";
import { findSignedIn } from "@/lib/auth/require-staff";
import { isAtLeast } from "@/lib/auth/roles";
import { foundPlaces } from "../_palette/found-places";
import type { Place } from "../_palette/place";

const longestSearch = 100;

/** What the palette finds, as JSON. Asked by a script, which a redirect to the sign-in page would only confuse. */
export async function GET(request: Request): Promise<Response> {
  const signedIn = await findSignedIn();
  if (!signedIn) return Response.json({ message: "Sign in again." }, { status: 401 });
  const { db, staff } = signedIn;
  const search = (new URL(request.url).searchParams.get("q") ?? "").trim().slice(0, longestSearch);
  if (!search) return Response.json([]);
  const kinds = findableKinds.filter((kind) => isAtLeast(staff.role, foundPlaces[kind].minimumRole));
  const [found, { country }] = await Promise.all([findAnything(db, { search, kinds }), getFirm(db)]);
  return Response.json(
    found.map((one) => placeOf(one, country)),
    { headers: { "cache-control": "private, no-store" } },
  );
}

function placeOf({ kind, id, name, detail }: Found, country: string): Place {
  const { word, href } = foundPlaces[kind];
  const more = detail && (kind === "person" ? `extension ${detail}` : formatPhoneNumber(detail, country));
  return { href: href(id), name: formatPhoneNumber(name, country), about: more ? `${word}, ${more}` : word };
}
