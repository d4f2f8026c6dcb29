/**
 * The body as text, or why not: an HTTP status. What is too long is read no further.
 *
 * @param limitBytes how long it may be.
 */
export async function readUpload(request: Request, limitBytes: number): Promise<string | 400 | 413> {
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) return 413;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parts: string[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.length;
      if (bytes > limitBytes) return 413;
      parts.push(decoder.decode(chunk, { stream: true }));
    }
    return parts.join("") + decoder.decode();
  } catch (error) {
    // No UTF-8. What breaks off is nobody's to answer.
    if (error instanceof TypeError) return 400;
    throw error;
  }
}
