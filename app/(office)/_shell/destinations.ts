import type { Route } from "next";
import type { ComponentType } from "react";
import { TodayIcon, VoicemailIcon } from "@/app/_components/icons";

export interface Destination {
  href: Route;
  label: string;
  Icon: ComponentType;
}

/** The pages that the navigation leads to, in its order. */
export const destinations: readonly Destination[] = [
  { href: "/", label: "Today", Icon: TodayIcon },
  { href: "/voicemails", label: "Voicemails", Icon: VoicemailIcon },
];
