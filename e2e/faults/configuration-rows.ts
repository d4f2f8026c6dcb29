import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { configurations, phoneNumbers } from "@/db/schema";
import { previewSettings } from "@/lib/twilio/rest/preview-address";
import type { Office } from "../office/start-office";
import { makeTwilioLine } from "../twilio/rest/make-twilio-line";
import type { MutationRow } from "./mutation-rows";
import { numberRow, ownLine } from "./own-line";

const filename = "app/(office)/configurations/mutations.ts";

/** What is said of Twilio stands on the page that follows, and what it is to be told is kept until it has been. */
const saved = { filename, notDone: /kept here/, unsure: /kept here/, saidAt: "/configurations" };

const configurationRow = async ({ db }: Pick<Office, "db">, id: string) =>
  (await db.select().from(configurations).where(eq(configurations.id, id)))[0];

const lineElsewhere = (office: Office) =>
  makeTwilioLine(office, { voiceUrl: "https://old.example/voice" }, { isActive: false });

const isWantedHere = async (office: Office, phoneNumberId: string): Promise<boolean> =>
  (await numberRow(office, phoneNumberId))?.settingsWanted?.voiceUrl === `${office.app.baseUrl}/api/voice`;

/** What the form of a configuration sends, with the parts of one that is there. */
async function fieldsLike(office: Office, configurationId: string): Promise<Record<string, string>> {
  const row = await configurationRow(office, configurationId);
  if (!row) throw new Error("There is no such configuration.");
  const { phoneNumberId, scheduleId, openActionId, closedActionId } = row;
  const name = `Faults ${randomUUID().slice(0, 8)}`;
  return { name, phoneNumberId, scheduleId, openActionId, closedActionId, isActive: "on" };
}

/** One whose number answers here goes, in a way that its row shows: the number is to be let go. */
const lettingGo =
  (isDone: (row: Awaited<ReturnType<typeof configurationRow>>) => boolean): MutationRow["prepare"] =>
  async (office) => {
    const line = await ownLine(office);
    return {
      fields: { id: line.configurationId, version: "1" },
      async isWhole() {
        const number = await numberRow(office, line.phoneNumberId);
        return (
          isDone(await configurationRow(office, line.configurationId)) && number?.settingsWanted !== null
        );
      },
    };
  };

export const configurationRows: readonly MutationRow[] = [
  {
    ...saved,
    name: "makeConfiguration",
    what: "A configuration is made, and its number pointed here",
    async prepare(office) {
      const line = await lineElsewhere(office);
      const fields = await fieldsLike(office, line.configurationId);
      return {
        fields,
        async isWhole() {
          const made = await office.db.$count(configurations, eq(configurations.name, fields.name ?? ""));
          return made === 1 && (await isWantedHere(office, line.phoneNumberId));
        },
      };
    },
  },
  {
    ...saved,
    name: "saveConfiguration",
    what: "A configuration is saved as an active one, and its number pointed here",
    async prepare(office) {
      const line = await lineElsewhere(office);
      const fields = await fieldsLike(office, line.configurationId);
      return {
        fields: { ...fields, id: line.configurationId, version: "1" },
        async isWhole() {
          const row = await configurationRow(office, line.configurationId);
          return (
            row?.name === fields.name &&
            row?.isActive === true &&
            (await isWantedHere(office, line.phoneNumberId))
          );
        },
      };
    },
  },
  {
    ...saved,
    name: "activateConfiguration",
    what: "A configuration is made active, and its number pointed here",
    async prepare(office) {
      const line = await lineElsewhere(office);
      return {
        fields: { id: line.configurationId, version: "1" },
        // It answers from now on.
        async isWhole() {
          const row = await configurationRow(office, line.configurationId);
          return row?.isActive === true && (await isWantedHere(office, line.phoneNumberId));
        },
      };
    },
  },
  {
    ...saved,
    name: "deactivateConfiguration",
    what: "A configuration is deactivated, and its number let go",
    prepare: lettingGo((row) => row?.isActive === false),
  },
  {
    ...saved,
    name: "deleteConfiguration",
    what: "An active configuration is deleted, and its number let go",
    prepare: lettingGo((row) => row === undefined),
  },
];

const previewOrigin = "https://switchboard-git-branch.vercel.app";

const preview = {
  filename: "app/(office)/phone-numbers/[id]/mutations.ts",
  notDone: /The number was left as it was at Twilio/,
  unsure: /not known whether Twilio has taken the new settings/,
};

export const previewRows: readonly MutationRow[] = [
  {
    ...preview,
    name: "pointNumberAtPreview",
    what: "A test number is pointed at a preview",
    async prepare(office) {
      const { phoneNumberId: id } = await ownLine(office);
      await office.db.update(phoneNumbers).set({ isTestNumber: true }).where(eq(phoneNumbers.id, id));
      return {
        fields: { id, version: "1", previewUrl: previewOrigin, bypassSecret: "" },
        isWhole: async () => (await numberRow(office, id))?.previewOrigin === null,
      };
    },
  },
  {
    ...preview,
    name: "takeNumberBack",
    what: "A test number is taken back from a preview",
    async prepare(office) {
      const settingsWanted = previewSettings(previewOrigin, null);
      const { phoneNumberId: id } = await makeTwilioLine(office, settingsWanted);
      await office.db
        .update(phoneNumbers)
        .set({ settingsWanted, isTestNumber: true, previewOrigin, previewSince: new Date() })
        .where(eq(phoneNumbers.id, id));
      return {
        fields: { id, version: "1" },
        isWhole: async () => (await numberRow(office, id))?.previewOrigin === previewOrigin,
      };
    },
  },
];
