/** How many there are to be seen, told when a filter has changed it: the keyboard stays on the filter. */
export function ShownCount({ count, thing, isPart }: { count: number; thing: string; isPart: boolean }) {
  const words = `${count === 0 ? "No" : count} ${thing}${count === 1 ? "" : "s"}`;
  return (
    // Of none a notice says more, for those who see it.
    <p role="status" className={count === 0 ? "sr-only" : "mb-2 px-1 text-sm text-muted"}>
      {words}
      {isPart && " on this page"}
    </p>
  );
}
