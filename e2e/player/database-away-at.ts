import type { Office } from "../office/start-office";
import type { GivenCall } from "./play-in-office";

/** Away at the first request of this step, and back as soon as that has been answered. */
export function databaseAwayAt(office: Office, wanted: string): Pick<GivenCall, "before" | "timePasses"> {
  let isOver = false;
  return {
    before: ({ step }) => {
      const isAway = step === wanted && !isOver;
      isOver ||= isAway;
      office.database.setFault(isAway ? "down" : "none");
    },
    timePasses: async () => office.database.setFault("none"),
  };
}
