"use client";

import type { Route } from "next";
import Form from "next/form";
import { type ReactNode, useEffect, useRef } from "react";

interface FilterFormProps {
  action: Route;
  /** What the URL asks for, by the names of the fields. */
  shown: Readonly<Record<string, string>>;
  className: string;
  children: ReactNode;
}

/**
 * Narrows a list by its URL, and works before the page has come alive. When the URL changes, by "Show all" or by going back,
 * the fields follow; they are not made anew for it, so that the keyboard stays where it was.
 */
export function FilterForm({ action, shown, className, children }: FilterFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const asked = JSON.stringify(shown);
  const followed = useRef(asked);
  useEffect(() => {
    // Not at first: what was typed before the page came alive stays.
    if (followed.current === asked) return;
    followed.current = asked;
    const texts: Record<string, string> = JSON.parse(asked);
    for (const field of form.current?.elements ?? []) {
      const isTyped = field instanceof HTMLInputElement && field.type !== "hidden";
      if (!isTyped && !(field instanceof HTMLSelectElement)) continue;
      const text = texts[field.name];
      if (text !== undefined && field.value !== text) field.value = text;
    }
  }, [asked]);
  return (
    <Form ref={form} action={action} role="search" className={className}>
      {children}
    </Form>
  );
}
