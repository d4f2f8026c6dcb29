import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { insertPasswordLink } from "@/db/queries/staff/password-links";
import { insertTemplate } from "@/db/queries/templates/write-template";
import {
  blockedCallers,
  invitations,
  knownCallers,
  phoneNumbers,
  scheduleOverrides,
  staffUsers,
  voicemails,
} from "@/db/schema";
import { hashLinkToken, makeLinkToken } from "@/lib/auth/link-token";
import type { ParameterDeclaration } from "@/lib/template/types";
import { makeGreeting } from "../../office/make-greeting";
import { anyNumber, makeAction, makePerson, makeSchedule } from "../../office/make-line";
import { makeVoicemail } from "../../office/make-voicemail";
import type { Office } from "../../office/start-office";
import { plausibleFields } from "../preview-fields";

type Fields = Record<string, string>;

export interface WholeFields {
  fields: Fields;
  /** Another row's, of another kind than what stands in this place. */
  idOfSomethingElse(place: string): string;
}

const declare = (key: string, type: ParameterDeclaration["type"]): ParameterDeclaration => ({
  key,
  type,
  label: key,
  help: "",
  isRequired: false,
  defaultValue: null,
  bounds: {},
});

/** Fields with which a mutation is carried out: whatever one of them has to name is there. */
export async function wholeFieldsFor(
  office: Office,
  mutation: { name: string; filename: string },
  ownerId: string,
): Promise<WholeFields> {
  const { db } = office;
  const member = { id: randomUUID(), email: `${randomUUID()}@example.com` };
  const [person, action, otherAction, greeting] = [
    await makePerson(db, "Ana Lima"),
    await makeAction(db, "say", { text: { value: "Hello." } }),
    await makeAction(db, "say", { text: { value: "Hello." } }),
    await makeGreeting(db),
  ];
  const [blocked, known] = [randomUUID(), randomUUID()];
  // Of a kind that names others in each way in which an action can.
  const template = {
    id: randomUUID(),
    name: `Template ${randomUUID().slice(0, 8)}`,
    description: "",
    body: "<Response><Hangup/></Response>",
    parameters: [
      declare("people", "people"),
      declare("next", "action"),
      declare("choices", "menu"),
      declare("sound", "audio"),
    ],
  };
  await db.batch([
    db.insert(blockedCallers).values({ id: blocked, number: anyNumber() }),
    db.insert(knownCallers).values({ id: known, number: anyNumber(), name: "Ana Lima" }),
    db.insert(staffUsers).values({ ...member, name: "Mia Reed", role: "staff" }),
    ...insertTemplate(db, template),
  ]);
  const fields = await plausibleFields(office, mutation, { origin: office.app.baseUrl, ownerId, member });
  const own: Fields = {
    people: person.id,
    actions: action.id,
    "blocked-callers": blocked,
    "known-callers": known,
    greetings: greeting.id,
    templates: template.id,
  };
  const folder = mutation.filename.split("/").find((part) => part in own);
  const named: Fields = {
    ...fields,
    ...(folder && { id: own[folder] ?? "" }),
    as: "heard",
    actionId: otherAction.id,
    templateId: template.id,
    personId: person.id,
    assignedToId: person.id,
    dutyScheduleId: fields.scheduleId ?? "",
    token: "",
    newPassword: "walnut bridge copper violin",
    currentPassword: "not it",
    password: "not it",
    code: "AAAAA-BBBBB-CCCCC-DDDDD",
    firmName: "Alder & Finch",
    extension: "",
    awayUntil: "",
    phones: JSON.stringify([]),
    "values.people": JSON.stringify([{ personId: person.id }]),
    "values.next": otherAction.id,
    "values.choices": JSON.stringify([{ key: "1", label: "Sales", actionId: otherAction.id }]),
    "values.sound": `greeting:${greeting.id}`,
    standingSoundId: greeting.soundIds[0] ?? "",
    recordings: JSON.stringify([
      {
        soundId: greeting.soundIds[0],
        label: "Christmas",
        from: "2030-12-24T12:00",
        until: "2030-12-27T08:00",
      },
    ]),
  };
  return {
    fields: { ...named, ...(await ownOf(office, mutation.name, named, member.id)) },
    idOfSomethingElse: (place) =>
      /personId|assignedToId/.test(place) || (folder === "people" && place === "id")
        ? (fields.scheduleId ?? "")
        : person.id,
  };
}

/** What one mutation needs and others do not, or not so. */
async function ownOf(
  { db, twilio }: Office,
  name: string,
  { id = "", scheduleId = "" }: Fields,
  memberId: string,
): Promise<Fields> {
  const inAnHour = new Date(Date.now() + 3_600_000);
  switch (name) {
    case "overrideSchedule":
      return { as: "closed", until: "lifted", reason: "Fire drill" };
    case "liftScheduleOverride":
      await db
        .insert(scheduleOverrides)
        .values({ scheduleId, isOpen: false, reason: "", setByName: "Ana Lima" });
      return {};
    case "createSchedule":
    case "saveSchedule":
      return { hours: JSON.stringify({ timeZone: "Europe/Berlin", windows: [], exceptions: [] }) };
    case "deleteSchedule":
      return { id: await makeSchedule(db) };
    case "deleteNumber": {
      const number = { id: randomUUID(), number: anyNumber(), friendlyName: "Nobody's" };
      await db.insert(phoneNumbers).values(number);
      return { id: number.id };
    }
    case "writeNewTemplate":
    case "saveTemplate":
      return { description: "", body: "<Response><Say>Hello.</Say></Response>" };
    case "enableMember":
      await db.update(staffUsers).set({ isDisabled: true }).where(eq(staffUsers.id, memberId));
      return {};
    case "restoreVoicemail":
      await db.update(voicemails).set({ archivedAt: new Date() }).where(eq(voicemails.id, id));
      return {};
    case "deleteVoicemail":
      return { id: (await makeVoicemail(db, { recordingSid: twilio.addRecording().sid })).id };
    case "choosePassword": {
      const token = makeLinkToken();
      const at = Temporal.Now.instant();
      const [first, ...rest] = insertPasswordLink(db, {
        staffUserId: memberId,
        tokenHash: hashLinkToken(token),
        at,
      });
      if (first) await db.batch([first, ...rest]);
      return { token };
    }
    case "acceptInvitation": {
      const token = makeLinkToken();
      await db.insert(invitations).values({
        email: `${randomUUID()}@example.com`,
        role: "staff",
        tokenHash: hashLinkToken(token),
        expiresAt: inAnHour,
      });
      return { token };
    }
    default:
      return {};
  }
}

/**
 * The same fields with another id in one place: a field, or within the JSON of one ("recordings#0.soundId"). Which kind of
 * thing an audio field names stays.
 */
export function withIdAt(fields: Readonly<Fields>, place: string, id: string): Fields {
  const [field = "", path] = place.split("#");
  const stood = fields[field];
  if (stood === undefined) throw new Error(`There is no field ${field}.`);
  if (path === undefined) {
    return { ...fields, [field]: stood.startsWith("greeting:") ? `greeting:${id}` : id };
  }
  const whole: unknown = JSON.parse(stood);
  const steps = path.split(".");
  const last = steps.pop() ?? "";
  const within = steps.reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | undefined)?.[step],
    whole,
  ) as Record<string, unknown> | undefined;
  if (typeof within?.[last] !== "string") throw new Error(`There is no id at ${place}.`);
  within[last] = id;
  return { ...fields, [field]: JSON.stringify(whole) };
}
