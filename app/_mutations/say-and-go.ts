import type { Route } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { isOverHttps } from "@/lib/auth/over-https";
import { saidCookie } from "./said-cookie";

const keptSeconds = 60;

/**
 * Ends a mutation on another page, which says once what was done.
 *
 * @throws always: a redirect.
 */
export async function sayAndGo<Path extends string>(message: string, path: Route<Path>): Promise<never> {
  const jar = await cookies();
  const secure = isOverHttps(await headers());
  // Read and dropped by the page's script: it holds nothing but the sentence.
  const options = { path: "/", maxAge: keptSeconds, sameSite: "lax", httpOnly: false, secure } as const;
  jar.set(saidCookie(secure), message, options);
  redirect(path as Route);
}
