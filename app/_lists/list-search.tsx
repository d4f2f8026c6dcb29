import { Button } from "@heroui/react/button";
import { Input } from "@heroui/react/input";
import type { Route } from "next";
import type { ListRequest } from "@/db/queries/lists/list-request";
import { FilterForm } from "./filter-form";

/** Searches a list. The search is in the URL, and works before the page has come alive. */
export function ListSearch({ path, request, label }: { path: Route; request: ListRequest; label: string }) {
  const { search, sort, isDescending } = request;
  return (
    <FilterForm action={path} shown={{ q: search }} className="mb-4 flex gap-2">
      <input type="hidden" name="sort" value={`${isDescending ? "-" : ""}${sort}`} />
      <Input
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
    </FilterForm>
  );
}
