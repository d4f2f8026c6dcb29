"use server";

import { eq } from "drizzle-orm";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { beginSession } from "@/app/_entrance/enter";
import { hashNewPassword, newPasswordField } from "@/app/_entrance/new-password";
import { requiredText, seenVersion } from "@/app/_mutations/form-fields";
import { mutation } from "@/app/_mutations/mutation";
import { Refusal } from "@/app/_mutations/refusal";
import { sayAndGo } from "@/app/_mutations/say-and-go";
import { write } from "@/app/_mutations/write";
import { recordActivity } from "@/db/queries/activity/record-activity";
import { getFirm } from "@/db/queries/firm/get-firm";
import { findPerson } from "@/db/queries/people/find-person";
import { replacePhones } from "@/db/queries/people/replace-phones";
import { getProfile } from "@/db/queries/staff/get-profile";
import { endSessions, setPassword } from "@/db/queries/staff/set-password";
import { raiseVersion } from "@/db/queries/writes/raise-version";
import { people, staffUsers } from "@/db/schema";
import { signOut as endSession } from "@/lib/auth/auth";
import { checkPassword } from "@/lib/auth/check-password";
import { networkFrom } from "@/lib/auth/network-of";
import type { SignedInStaff } from "@/lib/auth/require-staff";
import { tooSoonInWords } from "@/lib/auth/sign-in-pace";
import { checkPerson, personRefusals } from "../people/check-person";
import { personInWords } from "../people/person-in-words";
import { personFields } from "../people/person-schema";

/** Of everything here, whose it is comes from the session: no form could name somebody else. */
const about = (staff: SignedInStaff) =>
  ({ staff, subject: "staffUser", subjectId: staff.id, subjectName: staff.name }) as const;

export const saveMyName = mutation({
  name: "saveMyName",
  minimumRole: "staff",
  schema: z.object({ version: seenVersion.version, name: requiredText("Enter your name.") }),
  async run({ version, name }, { staff, db }) {
    const seen = { id: staff.id, version };
    await write(
      db,
      [
        raiseVersion(db, staffUsers, seen),
        db.update(staffUsers).set({ name }).where(eq(staffUsers.id, staff.id)),
        ...recordActivity(db, {
          ...about(staff),
          verb: "saveMyName",
          before: { Name: staff.name },
          after: { Name: name },
        }),
      ],
      { editing: { table: staffUsers, subject: "staffUser", seen } },
    );
    return sayAndGo("Your name is saved.", "/profile");
  },
});

export const changeMyPassword = mutation({
  name: "changeMyPassword",
  minimumRole: "staff",
  schema: z.object({
    currentPassword: z.string().min(1, "Enter the password that you sign in with now."),
    ...newPasswordField,
  }),
  async run({ currentPassword, newPassword }, { staff, db }) {
    const { email, name } = staff;
    const { name: firmName } = await getFirm(db);
    // As slow as signing in: an open session is no place to guess at a password.
    const outcome = await checkPassword(db, {
      email,
      password: currentPassword,
      address: networkFrom(await headers()),
      at: Temporal.Now.instant(),
    });
    if (outcome.kind === "tooSoon") throw new Refusal({ message: tooSoonInWords(outcome.waitSeconds) });
    if (outcome.kind === "wrong") {
      throw new Refusal({ fieldErrors: { currentPassword: "This is not your password." } });
    }
    const passwordHash = await hashNewPassword(newPassword, { name, email, firmName });
    await write(db, [
      ...setPassword(db, { staffUserId: staff.id, passwordHash }),
      ...recordActivity(db, {
        ...about(staff),
        verb: "changeMyPassword",
        before: null,
        after: { Password: "a new one" },
      }),
    ]);
    await beginSession({ email, password: newPassword });
    return sayAndGo("Your password is changed.", "/profile");
  },
});

export const signOutEverywhere = mutation({
  name: "signOutEverywhere",
  minimumRole: "staff",
  schema: z.object({}),
  async run(_, { staff, db }) {
    await write(db, [
      endSessions(db, staff.id),
      ...recordActivity(db, {
        ...about(staff),
        verb: "signOutEverywhere",
        before: null,
        after: { Sessions: "ended" },
      }),
    ]);
    await endSession({ redirect: false });
    redirect("/sign-in");
  },
});

export const saveMyPhones = mutation({
  name: "saveMyPhones",
  minimumRole: "staff",
  schema: z.object({
    version: seenVersion.version,
    awayUntil: personFields.awayUntil,
    phones: personFields.phones,
  }),
  async run({ version, awayUntil, phones: typed }, { staff, db }) {
    const now = Temporal.Now.instant();
    const [{ personId }, firm] = await Promise.all([getProfile(db, staff.id), getFirm(db)]);
    const before = personId === null ? null : await findPerson(db, personId);
    if (!before) {
      throw new Refusal({ message: "An owner has to choose under Team which person you are, first." });
    }
    const { id } = before;
    const { phones, ...person } = await checkPerson(
      { ...before, dutyScheduleId: before.dutySchedule?.id ?? null, awayUntil, phones: typed },
      { db, id, firm, now },
    );
    const seen = { id, version };
    await write(
      db,
      [
        raiseVersion(db, people, seen),
        db.update(people).set({ awayUntil: person.awayUntil }).where(eq(people.id, id)),
        ...replacePhones(db, { personId: id, phones }),
        ...recordActivity(db, {
          staff,
          verb: "saveMyPhones",
          subject: "person",
          subjectId: id,
          subjectName: before.name,
          before: personInWords(before, { ...firm, now }),
          after: personInWords({ ...person, phones }, { ...firm, now }),
        }),
      ],
      { refusals: personRefusals, editing: { table: people, subject: "person", seen } },
    );
    return sayAndGo("Your phones are saved.", "/profile");
  },
});
