import type { ConfigurationParts } from "@/db/queries/configurations/get-configuration-parts";

/** What a configuration does once its number is called. */
export function InASentence({
  scheduleName,
  openActionName,
  closedActionName,
}: Pick<ConfigurationParts, "scheduleName" | "openActionName" | "closedActionName">) {
  return (
    <>
      While {scheduleName} is open, “{openActionName}”; while it is closed, “{closedActionName}”.
    </>
  );
}
