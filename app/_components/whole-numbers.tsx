import { Fragment } from "react";
import { cutAtNumbers } from "@/app/_format/cut-at-numbers";

/** Text in which no phone number breaks at the end of a line: browsers would at each of its hyphens. */
export function WholeNumbers({ children }: { children: string }) {
  return cutAtNumbers(children).map(({ text, isNumber }, index) =>
    isNumber ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have nothing but their place.
      <span key={index} className="whitespace-nowrap">
        {text}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same.
      <Fragment key={index}>{text}</Fragment>
    ),
  );
}
