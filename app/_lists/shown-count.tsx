import { countInWords } from "../_format/count-in-words";
import { localeHere } from "../_format/locale-here";

/** How many there are to be seen, told when a filter has changed it: the keyboard stays on the filter. */
export async function ShownCount({
  count,
  thing,
  isPart,
}: {
  count: number;
  thing: string;
  isPart: boolean;
}) {
  const words = count === 0 ? `No ${thing}s` : countInWords(count, thing, `${thing}s`, await localeHere());
  return (
    // Of none a notice says more, for those who see it.
    <p role="status" className={count === 0 ? "sr-only" : "mb-2 px-1 text-sm text-muted"}>
      {words}
      {isPart && " on this page"}
    </p>
  );
}
