import { settings } from "@/lib/env";

/** Source: Vercel, "Functions limits": a request's body has 4.5 MB at most. Elsewhere it is what one write can carry. */
export const fileLimitBytes = (): number => (settings().VERCEL ? 4_500_000 : 25_000_000);
