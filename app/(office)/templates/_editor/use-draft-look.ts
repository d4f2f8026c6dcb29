import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { parameterFieldsOf } from "../_declaration/parameter-fields-of";
import type { LookedAt, Surroundings } from "./look-at-draft";

const pauseMilliseconds = 250;

/**
 * Looks at the template in a form again whenever it is told to, once there is a pause in typing. What does the looking is
 * as much as the rest of the page together, and is fetched behind it.
 *
 * @param inForm anything within the form.
 */
export function useDraftLook(
  inForm: RefObject<HTMLElement | null>,
  { firm, country }: Surroundings,
): { looked: LookedAt | null; lookAgain(): void } {
  const [looked, setLooked] = useState<LookedAt | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const surroundings = useRef({ firm, country });

  const lookAgain = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(async () => {
      const { lookAtDraft } = await import("./look-at-draft");
      const form = inForm.current?.closest("form");
      if (!form) return;
      const sent = textsOf(new FormData(form));
      const body = sent.body?.replaceAll("\r\n", "\n") ?? "";
      setLooked(lookAtDraft(body, parameterFieldsOf(sent), surroundings.current));
    }, pauseMilliseconds);
  }, [inForm]);

  useEffect(() => {
    lookAgain();
    return () => clearTimeout(timer.current);
  }, [lookAgain]);

  return { looked, lookAgain };
}

const textsOf = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
