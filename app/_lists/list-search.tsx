import { Button } from "@heroui/react/button";
import { Input } from "@heroui/react/input";
import type { Route } from "next";
import Form from "next/form";
import type { ListRequest } from "@/db/queries/lists/list-request";

/** Searches a list. The search is in the URL, and works before the page has come alive. */
export function ListSearch({ path, request, label }: { path: Route; request: ListRequest; label: string }) {
  const { search, sort, isDescending } = request;
  return (
    <Form action={path} role="search" className="mb-4 flex gap-2">
      <input type="hidden" name="sort" value={`${isDescending ? "-" : ""}${sort}`} />
      <Input
        key={search}
        type="search"
        name="q"
        aria-label={label}
        placeholder={label}
        defaultValue={search}
        className="min-w-0 flex-1 sm:max-w-sm"
      />
      <Button type="submit" variant="secondary">
        Search
      </Button>
    </Form>
  );
}
