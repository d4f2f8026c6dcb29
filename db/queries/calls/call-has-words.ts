import { ilike, or, type SQL, sql } from "drizzle-orm";
import { anywhere } from "@/db/queries/lists/list-request";
import { digitsOfNumber } from "@/db/queries/lists/typed-number";
import { calls, knownCallers, wordsOfCall } from "@/db/schema";

/**
 * Whether a call has a text in its caller's number or name, in the name that the firm knows them by, in the reason or in the
 * action's name. Each way of finding it has an index of its own, over what stands in the call's row.
 */
export function callHasWords(words: string): SQL | undefined {
  const text = wordsOfCall(calls);
  const digits = digitsOfNumber(words);
  return or(
    ilike(text, anywhere(words)),
    digits ? ilike(text, anywhere(digits)) : undefined,
    sql`${calls.fromNumber} = any(array(
      select ${knownCallers.number} from ${knownCallers} where ${ilike(knownCallers.name, anywhere(words))}
    ))`,
  );
}
