import { useEffect, useState } from "react";
import type { OfferedHolidays } from "./holiday-places";

export type Offer =
  | { state: "loading" }
  | { state: "failed" }
  | ({ state: "there"; of: string } & OfferedHolidays);

/** The holidays of a place and year, asked of the server whenever they change; `query` is null while none are wanted. */
export function useOfferedHolidays(query: string | null): Offer {
  const [offer, setOffer] = useState<Offer>({ state: "loading" });
  useEffect(() => {
    if (query === null) return;
    const leaving = new AbortController();
    const ask = async () => {
      const answer = await fetch(`/schedules/holidays?${query}`, { signal: leaving.signal });
      // Somebody who has been signed out is led to the sign-in page, which is no list of holidays.
      if (!answer.ok || answer.redirected) throw new Error(`The list of holidays answered ${answer.status}.`);
      const offered: OfferedHolidays = await answer.json();
      setOffer({ state: "there", of: query, ...offered });
    };
    ask().catch(() => {
      if (!leaving.signal.aborted) setOffer({ state: "failed" });
    });
    return () => leaving.abort();
  }, [query]);
  return offer;
}
