"use client";

import type { Route } from "next";
import Form from "next/form";
import { createContext, type ReactNode, useEffect, useRef } from "react";
import { FormWaiting } from "../_waiting/form-waiting";

/** All that the URL asks of the form around, as one text: a field that cannot follow it is made anew by it. */
export const AskedByUrl = createContext("");

interface UrlFormProps {
  action: Route;
  /** What the URL asks for, by the names of the fields; of a box to tick, empty when it is not ticked. */
  shown: Readonly<Record<string, string>>;
  role?: "search";
  className: string;
  children: ReactNode;
}

/**
 * Asks for a page by its URL, and works before the page has come alive. When the URL changes, by a link or by going back,
 * the fields follow; they are not made anew for it, so that the keyboard stays where it was.
 */
export function UrlForm({ shown, children, ...form }: UrlFormProps) {
  const ref = useRef<HTMLFormElement>(null);
  const asked = JSON.stringify(shown);
  const followed = useRef(asked);
  useEffect(() => {
    // Not at first: what was typed before the page came alive stays.
    if (followed.current === asked) return;
    followed.current = asked;
    const texts: Record<string, string> = JSON.parse(asked);
    for (const field of ref.current?.elements ?? []) {
      const isInput = field instanceof HTMLInputElement && field.type !== "hidden";
      if (!isInput && !(field instanceof HTMLSelectElement)) continue;
      const text = texts[field.name];
      if (text === undefined) continue;
      if (isInput && field.type === "checkbox") field.checked = text !== "";
      else if (field.value !== text) field.value = text;
    }
  }, [asked]);
  return (
    <Form ref={ref} {...form}>
      <AskedByUrl value={asked}>{children}</AskedByUrl>
      <FormWaiting />
    </Form>
  );
}
