import type { ConfigurationParts } from "@/db/queries/configurations/get-configuration-parts";

/** What a configuration does once its number is called. */
export function InASentence({
  scheduleName,
  openActionName,
  closedActionName,
  takesKnownCallersOnly = false,
}: Pick<ConfigurationParts, "scheduleName" | "openActionName" | "closedActionName"> & {
  takesKnownCallersOnly?: boolean;
}) {
  return (
    <>
      While {scheduleName} is open, “{openActionName}”; while it is closed, “{closedActionName}”.
      {takesKnownCallersOnly && <> Whoever is not a known caller gets “{closedActionName}” at any hour.</>}
    </>
  );
}
