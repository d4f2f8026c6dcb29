import type { ImportMode } from "@/lib/backup/resolve";
import type { ImportAnswer } from "./import/answer";

/** Never throws: what could not be sent is an answer too. */
export async function sendFile(
  file: File,
  query: { mode: ImportMode; state?: string },
): Promise<ImportAnswer> {
  try {
    const response = await fetch(`/backup/import?${new URLSearchParams(query)}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      // Read first: a file that has changed on the disk meanwhile can no longer be sent.
      body: await file.arrayBuffer(),
    });
    return (await response.json()) as ImportAnswer;
  } catch {
    return {
      kind: "refused",
      message:
        "The file could not be sent, or the answer did not arrive. Choose it again, and look at what would change.",
    };
  }
}
