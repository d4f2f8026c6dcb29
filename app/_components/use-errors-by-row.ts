"use client";

import { useState } from "react";

/**
 * Reads what an answer says of the rows of an editor, such as "phones.0.number". It names them by their places at that
 * time; what it said goes with each row while they are moved about or removed.
 */
export function useErrorsByRow<Row extends { key: string }>(
  name: string,
  fieldErrors: Readonly<Record<string, string>>,
  rows: readonly Row[],
) {
  const [answer, setAnswer] = useState({ fieldErrors, rows });
  // React's way to keep something of a render for as long as a prop stays the same.
  if (answer.fieldErrors !== fieldErrors) setAnswer({ fieldErrors, rows });
  return ({ key }: Row, field: string): string | undefined => {
    const place = answer.rows.findIndex((row) => row.key === key);
    return answer.fieldErrors[`${name}.${place}.${field}`];
  };
}
