import { z } from "zod";
import { findPhoneRecording } from "@/db/queries/phone-recordings/phone-recordings";
import { findSignedIn } from "@/lib/auth/require-staff";

/** How a call that records a greeting stands, as JSON, for the form that asked for it: each sees their own alone. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/greetings/phone-recordings/[id]">,
): Promise<Response> {
  const signedIn = await findSignedIn();
  if (!signedIn) return Response.json({ message: "Sign in again." }, { status: 401 });
  const { id } = await params;
  const found = z.uuid().safeParse(id).success
    ? await findPhoneRecording(signedIn.db, { id, madeById: signedIn.staff.id })
    : null;
  return Response.json(found, {
    status: found ? 200 : 404,
    headers: { "cache-control": "private, no-store" },
  });
}
