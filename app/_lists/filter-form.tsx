import type { ComponentProps } from "react";
import { UrlForm } from "../_components/url-form";

/** Narrows a list by its URL. */
export function FilterForm(props: Omit<ComponentProps<typeof UrlForm>, "role">) {
  return <UrlForm role="search" {...props} />;
}
