import { unstable_rethrow } from "next/navigation";
import { logWithReference } from "./log-with-reference";

/**
 * A route handler whose unforeseen faults are answered in words, with a reference that the log has too. Left to Next.js,
 * whoever follows a link would see the browser's own empty page.
 *
 * @param name - of what failed, for the log.
 * @param answer - makes the answer, for a page's script that reads another form than text.
 */
export function withReference<Given extends unknown[]>(
  name: string,
  handle: (...given: Given) => Promise<Response>,
  answer: (words: string) => Response = plainly,
): (...given: Given) => Promise<Response> {
  return async (...given) => {
    try {
      return await handle(...given);
    } catch (error) {
      unstable_rethrow(error);
      const reference = logWithReference(name, error);
      return answer(
        `Something went wrong on our side. Please go back and try again. Reference: ${reference}`,
      );
    }
  };
}

const plainly = (words: string): Response =>
  new Response(`${words}\n`, { status: 500, headers: { "cache-control": "no-store" } });
