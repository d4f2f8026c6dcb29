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
    const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${saidCookie}=`));
    if (!found) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
    document.cookie = `${saidCookie}=; path=/; max-age=0`;
    toast.success(decodeURIComponent(found.slice(saidCookie.length + 1)), { timeout: shownMilliseconds });
  });
  return <Toast.Provider placement="bottom" />;
}
