import { type RefObject, useEffect } from "react";

const question = "You have changes here that are not saved yet. Leave without saving them?";

/** The forms of this page with changes that are not saved. */
let unsavedForms = 0;

/** Asks, where changes would be lost, before a script of ours goes to another page. Links and forms are asked about by themselves. */
export const mayLeave = (): boolean => unsavedForms === 0 || window.confirm(question);

/**
 * Asks before what has been changed in a form is lost: by following a link, by sending another form of the page, or by
 * closing the tab; whatever else leaves the page asks `mayLeave`. The form's own way back, marked `data-discards`, is not
 * asked about.
 */
export function useWarningBeforeLeaving(form: RefObject<HTMLFormElement | null>, isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    unsavedForms += 1;
    const stay = (event: Event) => {
      if (mayLeave()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!(link instanceof HTMLAnchorElement) || !leavesThisPage(link, event)) return;
      stay(event);
    };
    const onSubmit = (event: SubmitEvent) => {
      const sent = event.target;
      const isInside = sent instanceof Element && form.current?.contains(sent);
      if (!isInside && !(sent instanceof Element && sent.closest("[role=dialog]"))) stay(event);
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    // Before React, which listens at the root of the page.
    document.addEventListener("click", onClick, true);
    document.addEventListener("submit", onSubmit, true);
    window.addEventListener("beforeunload", onUnload);
    return () => {
      unsavedForms -= 1;
      document.removeEventListener("click", onClick, true);
      document.removeEventListener("submit", onSubmit, true);
      window.removeEventListener("beforeunload", onUnload);
    };
  }, [form, isChanged]);
}

function leavesThisPage(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const opensElsewhere =
    link.target === "_blank" ||
    link.hasAttribute("download") ||
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey;
  const isOnThisPage = link.pathname === location.pathname && link.search === location.search;
  return !opensElsewhere && !isOnThisPage && !link.hasAttribute("data-discards");
}
