import { notFound } from "next/navigation";
import { z } from "zod";

/** The id in a page's address. Postgres would refuse what is none, and the page would blame itself. */
export function uuidOrNotFound(id: string): string {
  return z.uuid().safeParse(id).success ? id : notFound();
}
