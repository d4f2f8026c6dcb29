import type { NextRequest } from "next/server";
import { z } from "zod";
import { requireStaff } from "@/lib/auth/require-staff";
import { listHolidayRegions, listPublicHolidays } from "@/lib/schedule/holidays";
import type { OfferedHolidays } from "../_exceptions/holiday-places";

const asked = z.object({
  country: z.string().regex(/^[A-Z]{2}$/),
  region: z
    .string()
    .regex(/^[A-Z0-9-]{0,6}$/i)
    .transform((region) => region || null),
  year: z.coerce.number().int().min(2000).max(2199),
});

/** The public holidays of a place in a year. Asked for one at a time: all of them together weigh megabytes. */
export async function GET(request: NextRequest): Promise<Response> {
  await requireStaff("manager");
  const place = asked.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  if (!place.success) return new Response("A country, a region or nothing, and a year.", { status: 400 });
  const offered: OfferedHolidays = {
    regions: listHolidayRegions(place.data.country),
    holidays: listPublicHolidays(place.data),
  };
  return Response.json(offered, { headers: { "cache-control": "private, no-store" } });
}
