import { z } from "zod";
import { choiceKinds, listChoices } from "@/db/queries/configurations/list-choices";
import { getFirm } from "@/db/queries/firm/get-firm";
import { requireStaff } from "@/lib/auth/require-staff";
import { choiceOptions } from "../_choice/choice-options";

const asked = z.object({ kind: z.enum(choiceKinds), q: z.string().trim().max(100) });

/** What a search among numbers, schedules or actions finds, for a field that has too many of them to list. */
export async function GET(request: Request): Promise<Response> {
  const { db } = await requireStaff();
  const { searchParams } = new URL(request.url);
  const parsed = asked.safeParse(Object.fromEntries(searchParams));
  if (!parsed.success)
    return Response.json({ message: "Ask for a kind, and what to search for." }, { status: 400 });
  const { kind, q } = parsed.data;
  const [found, { country }] = await Promise.all([listChoices(db, { kind, search: q }), getFirm(db)]);
  return Response.json(choiceOptions(found, country), { headers: { "cache-control": "no-store" } });
}
