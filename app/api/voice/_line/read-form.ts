/** Twilio's requests are one or two kilobytes. */
const mostBytes = 64 * 1024;

/** The form that a request carries, or 415 for another content type and 413 for a body beyond all reason. */
export async function readForm(request: Request): Promise<URLSearchParams | Response> {
  const contentType = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType)) {
    return new Response("Send application/x-www-form-urlencoded, as Twilio does.\n", { status: 415 });
  }
  const tooLarge = () => new Response("The body is too large.\n", { status: 413 });
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) return tooLarge();

  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  // A content-length can be left out or lie, so the bytes are counted as they come.
  const reader = request.body?.getReader();
  for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
    size += chunk.value.length;
    if (size > mostBytes) {
      await reader?.cancel();
      return tooLarge();
    }
    text += decoder.decode(chunk.value, { stream: true });
  }
  return new URLSearchParams(text + decoder.decode());
}
