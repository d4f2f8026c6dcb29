/** A time zone as people name it: "New York" for "America/New_York", "UTC" for itself. */
export const zoneName = (timeZone: string): string =>
  timeZone.slice(timeZone.lastIndexOf("/") + 1).replaceAll("_", " ");
