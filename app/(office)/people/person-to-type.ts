import type { Temporal } from "temporal-polyfill";
import type { Person } from "@/db/queries/people/find-person";
import { awayToType } from "./_away/read-away-until";
import { phonesToType } from "./_phones/phones-to-type";

interface Here {
  /** The firm's. */
  country: string;
  timeZone: string;
  now: Temporal.Instant;
}

/** A person as their form begins. */
export const personToType = (
  { name, extension, email, dutySchedule, isToldByEmail, isToldByText, awayUntil, phones }: Person,
  { country, timeZone, now }: Here,
) => ({
  name,
  extension: extension ?? "",
  email: email ?? "",
  dutySchedule,
  isToldByEmail,
  isToldByText,
  awayUntil: awayToType(awayUntil, { timeZone, now }),
  phones: phonesToType(phones, country),
});

/** The form of somebody new, or of another one like a person. What is one person's alone stays behind. */
export const newPersonToType = (like: Person | null, here: Here) =>
  like
    ? { ...personToType(like, here), name: `Copy of ${like.name}`, extension: "", awayUntil: "" }
    : {
        name: "",
        extension: "",
        email: "",
        dutySchedule: null,
        isToldByEmail: true,
        isToldByText: false,
        awayUntil: "",
        phones: [{ label: "Mobile", number: "", isRung: true }],
      };
