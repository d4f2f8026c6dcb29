"use client";

import { Toast, toast } from "@heroui/react/toast";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { saidCookie } from "../_mutations/said-cookie";

const shownMilliseconds = 6000;

/** Says once, on whichever page comes next, what a mutation has done. */
export function Said() {
  usePathname();
  useSearchParams();
  // Each time: a mutation may lead back to the page that it was sent from, where neither of these has changed.
  useEffect(() => {
    const isSecure = location.protocol === "https:";
    const name = saidCookie(isSecure);
    const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`));
    if (!found) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
    document.cookie = `${name}=; path=/; max-age=0${isSecure ? "; secure" : ""}`;
    toast.success(decodeURIComponent(found.slice(name.length + 1)), { timeout: shownMilliseconds });
  });
  return <Toast.Provider placement="bottom" />;
}
