import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { outgoingCalls, phoneNumbers, phoneRecordings, voicemails } from "@/db/schema";
import { anyNumber } from "../office/make-line";
import { makeVoicemail } from "../office/make-voicemail";
import type { Office } from "../office/start-office";
import { makeTwilioLine } from "../twilio/rest/make-twilio-line";
import { configurationRows, previewRows } from "./configuration-rows";
import { numberRow, ownLine } from "./own-line";

/** Somebody with this role, who has a phone of their own. */
export interface Asking {
  staffId: string;
  phone: string;
}

export interface MutationRequest {
  fields: Record<string, string>;
  /** What holds once it has failed: true where nothing is half saved. */
  isWhole(): Promise<boolean>;
}

/** Something that a person does and that has Twilio do something, and how it says that Twilio did not. */
export interface MutationRow {
  name: string;
  filename: string;
  what: string;
  /** What was not done, and what is said where that is not known. */
  notDone: RegExp;
  unsure: RegExp;
  /** Where it is said on the page that follows, a part of that page's address. */
  saidAt?: string;
  prepare(office: Office, asking: Asking): Promise<MutationRequest>;
}

const file = (path: string) => `app/(office)/${path}/mutations.ts`;

export const mutationRows: readonly MutationRow[] = [
  ...configurationRows,
  {
    name: "repairNumber",
    filename: file("phone-numbers/[id]"),
    what: "A number is pointed here again",
    notDone: /The number was left as it was at Twilio/,
    unsure: /not known whether Twilio has taken the new settings/,
    async prepare(office) {
      const line = await makeTwilioLine(office, { voiceUrl: "https://old.example/voice" });
      return {
        fields: { id: line.phoneNumberId, version: "1" },
        isWhole: async () => (await numberRow(office, line.phoneNumberId))?.settingsWanted !== null,
      };
    },
  },
  ...previewRows,
  {
    name: "letGo",
    filename: file("phone-numbers/[id]"),
    what: "A number gets its old settings back",
    notDone: /The old settings were not put back/,
    unsure: /not known whether Twilio has put the old settings back/,
    async prepare(office) {
      const line = await ownLine(office, false);
      return {
        fields: { id: line.phoneNumberId, version: "1" },
        isWhole: async () => (await numberRow(office, line.phoneNumberId))?.settingsWanted !== null,
      };
    },
  },
  {
    name: "releaseNumber",
    filename: file("phone-numbers/[id]"),
    what: "A number is given back",
    notDone: /was not released/,
    unsure: /not known whether the number was released/,
    async prepare(office) {
      const line = await ownLine(office, false);
      return {
        fields: { id: line.phoneNumberId, version: "1", confirmation: line.number },
        isWhole: async () => (await numberRow(office, line.phoneNumberId))?.goneSince === null,
      };
    },
  },
  {
    name: "buyNumber",
    filename: file("phone-numbers/buy"),
    what: "A number is bought",
    notDone: /not bought|nothing was bought/i,
    unsure: /not known whether|Synchronise/,
    async prepare({ db, twilio }) {
      const number = anyNumber();
      twilio.offer({ number, country: "US", type: "Local" });
      return {
        fields: { number, confirmation: number, friendlyName: "Faults", addressSid: "", bundleSid: "" },
        isWhole: async () => (await db.$count(phoneNumbers, eq(phoneNumbers.number, number))) === 0,
      };
    },
  },
  {
    name: "deleteVoicemail",
    filename: file("voicemails"),
    what: "A voicemail is deleted",
    notDone: /still|not deleted|Nothing has been deleted/,
    unsure: /still|not deleted|not known/,
    async prepare({ db, twilio }) {
      const { sid: recordingSid } = twilio.addRecording();
      const voicemail = await makeVoicemail(db, { recordingSid });
      return {
        fields: { id: voicemail.id, version: "1" },
        isWhole: async () => (await db.$count(voicemails, eq(voicemails.id, voicemail.id))) === 1,
      };
    },
  },
  {
    name: "deleteCaller",
    filename: file("caller-data"),
    what: "All that is kept of a caller is deleted",
    notDone: /all else is still here/,
    unsure: /all else is still here/,
    async prepare({ db, twilio }) {
      const { sid: recordingSid } = twilio.addRecording();
      const voicemail = await makeVoicemail(db, { recordingSid });
      return {
        fields: { number: voicemail.from, confirmation: voicemail.from },
        isWhole: async () => (await db.$count(voicemails, eq(voicemails.id, voicemail.id))) === 1,
      };
    },
  },
  {
    name: "callBack",
    filename: file("_call-back"),
    what: "A caller is called back",
    notDone: /Nobody was called/,
    unsure: /not known whether your phone rings/,
    async prepare(office, { phone }) {
      const line = await ownLine(office);
      const { callSid } = await makeVoicemail(office.db, { to: line.number });
      const id = randomUUID();
      return {
        fields: { id, callSid, phone },
        // It stands on the call's page, as a call back that failed.
        isWhole: async () =>
          (await office.db.select().from(outgoingCalls).where(eq(outgoingCalls.id, id)))[0]?.failure != null,
      };
    },
  },
  {
    name: "ringToRecord",
    filename: file("greetings/_sources"),
    what: "A phone is rung to record a greeting",
    notDone: /The phone was not rung/,
    unsure: /not known whether the phone rings/,
    async prepare(office) {
      await ownLine(office);
      const id = randomUUID();
      return {
        fields: { id, number: anyNumber() },
        isWhole: async () =>
          (await office.db.select().from(phoneRecordings).where(eq(phoneRecordings.id, id)))[0]?.status ===
          "failed",
      };
    },
  },
  {
    name: "synchronise",
    filename: file("phone-numbers"),
    what: "The numbers are synchronised",
    notDone: /nothing was changed/,
    unsure: /nothing was changed/,
    async prepare(office) {
      const { number } = office.twilio.addNumber();
      return {
        fields: {},
        isWhole: async () => (await office.db.$count(phoneNumbers, eq(phoneNumbers.number, number))) === 0,
      };
    },
  },
];
