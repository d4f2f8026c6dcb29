"use client";

import { useFormStatus } from "react-dom";
import { useWaiting } from "./use-waiting";

/** Inside a form that leads to a page: shows that the page is waited for. */
export function FormWaiting() {
  useWaiting(useFormStatus().pending);
  return null;
}
