import { hostPrefix } from "@/lib/auth/over-https";

/** Carries what was done from the mutation that did it to the page that comes next. Bound to this host over https. */
export const saidCookie = (isSecure: boolean): string => `${isSecure ? hostPrefix : ""}said`;
