import { readBytes } from "@/lib/read-bytes";

/** Twilio's requests are one or two kilobytes. */
const mostBytes = 64 * 1024;

/** The form that a request carries, or 415 for another content type and 413 for a body beyond all reason. */
export async function readForm(request: Request): Promise<URLSearchParams | Response> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType)) {
    return new Response("Send application/x-www-form-urlencoded, as Twilio does.\n", { status: 415 });
  }
  const bytes = await readBytes(request, mostBytes);
  if (bytes === null) return new Response("The body is too large.\n", { status: 413 });
  return new URLSearchParams(new TextDecoder().decode(bytes));
}
