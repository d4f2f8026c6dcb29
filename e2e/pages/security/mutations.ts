import type { StaffRole } from "@/lib/auth/roles";

interface KnownMutation {
  /** Who may at least. */
  role: StaffRole | "anyone";
  /** The fields that name something which has to be there: "id", and what it is to be connected with. */
  ids: readonly string[];
  /** It takes more than `plausibleFields` knows, so that a good id alone does not carry it out: its own spec does. */
  needsMore?: true;
}

const by =
  (role: KnownMutation["role"]) =>
  (...ids: string[]): KnownMutation => ({ role, ids });
const [staff, manager, owner, anyone] = [by("staff"), by("manager"), by("owner"), by("anyone")];
const more = (known: KnownMutation): KnownMutation => ({ ...known, needsMore: true });

const office = "app/(office)";
const ofFile = (file: string, known: Readonly<Record<string, KnownMutation>>) =>
  Object.entries(known).map(([name, one]) => [`${file} ${name}`, one] as const);

const parts = ["phoneNumberId", "scheduleId", "openActionId", "closedActionId"];

/**
 * Every function that a browser can call, by its file and name, with who may and what it finds by an id. One that is not
 * here fails its test.
 */
export const knownMutations: ReadonlyMap<string, KnownMutation> = new Map([
  ...ofFile(`${office}/mutations.ts`, { signOut: staff() }),
  ...ofFile(`${office}/_call-back/mutations.ts`, { callBack: more(staff("callSid", "phone")) }),
  ...ofFile(`${office}/_override/mutations.ts`, {
    overrideSchedule: more(staff("id")),
    liftScheduleOverride: more(staff("id")),
  }),
  ...ofFile(`${office}/actions/mutations.ts`, {
    makeAction: more(manager("templateId")),
    saveAction: more(manager("id", "templateId")),
    deleteAction: manager("id"),
  }),
  ...ofFile(`${office}/actions/lookups.ts`, {
    searchActions: manager(),
    searchPeople: manager(),
    searchGreetings: manager(),
    searchTemplates: manager(),
    loadTemplate: manager(),
    previewDraft: manager(),
  }),
  ...ofFile(`${office}/blocked-callers/mutations.ts`, {
    blockCaller: manager(),
    saveBlockedCaller: manager("id"),
    unblockCaller: manager("id"),
  }),
  ...ofFile(`${office}/calls/lookups.ts`, { searchCalledNumbers: staff(), searchPeopleOfCalls: staff() }),
  ...ofFile(`${office}/caller-data/mutations.ts`, { deleteCaller: manager() }),
  ...ofFile(`${office}/configurations/mutations.ts`, {
    makeConfiguration: manager(...parts),
    saveConfiguration: manager("id", ...parts),
    activateConfiguration: manager("id"),
    deactivateConfiguration: manager("id"),
    deleteConfiguration: manager("id"),
  }),
  ...ofFile(`${office}/greetings/mutations.ts`, {
    makeGreeting: manager(),
    saveGreeting: more(manager("id")),
    deleteGreeting: manager("id"),
  }),
  ...ofFile(`${office}/greetings/_sources/mutations.ts`, { ringToRecord: manager() }),
  ...ofFile(`${office}/known-callers/mutations.ts`, {
    addKnownCaller: manager("actionId"),
    saveKnownCaller: manager("id", "actionId"),
    deleteKnownCaller: manager("id"),
  }),
  ...ofFile(`${office}/people/mutations.ts`, {
    addPerson: manager("dutyScheduleId"),
    savePerson: manager("id", "dutyScheduleId"),
    deletePerson: manager("id"),
  }),
  ...ofFile(`${office}/people/lookups.ts`, { searchDutySchedules: manager() }),
  ...ofFile(`${office}/phone-numbers/mutations.ts`, {
    addExampleNumber: manager(),
    saveNumber: manager("id"),
    deleteNumber: more(manager("id")),
    synchronise: manager(),
  }),
  ...ofFile(`${office}/phone-numbers/[id]/mutations.ts`, {
    repairNumber: manager("id"),
    letGo: manager("id"),
    pointNumberAtPreview: manager("id"),
    takeNumberBack: manager("id"),
    releaseNumber: owner("id"),
  }),
  ...ofFile(`${office}/phone-numbers/buy/mutations.ts`, { buyNumber: owner() }),
  ...ofFile(`${office}/profile/mutations.ts`, {
    saveMyName: staff(),
    changeMyPassword: staff(),
    signOutEverywhere: staff(),
    saveMyPhones: staff(),
  }),
  ...ofFile(`${office}/schedules/mutations.ts`, {
    createSchedule: manager(),
    saveSchedule: more(manager("id")),
    deleteSchedule: more(manager("id")),
  }),
  ...ofFile(`${office}/settings/mutations.ts`, { saveSettings: manager() }),
  ...ofFile(`${office}/settings/_retention/mutations.ts`, { saveRetention: manager() }),
  ...ofFile(`${office}/settings/_text-back/mutations.ts`, { saveTextBack: manager() }),
  ...ofFile(`${office}/team/mutations.ts`, {
    saveTeamMember: owner("id", "personId"),
    disableMember: owner("id"),
    enableMember: more(owner("id")),
    signOutMember: owner("id"),
    makePasswordLink: owner("id"),
    removeTeamMember: owner("id"),
  }),
  ...ofFile(`${office}/team/invitation-mutations.ts`, {
    inviteStaff: owner(),
    saveInvitation: owner("id"),
    resendInvitation: owner("id"),
    withdrawOpenInvitation: owner("id"),
  }),
  ...ofFile(`${office}/team/lookups.ts`, { searchPeopleToBe: owner() }),
  ...ofFile(`${office}/templates/mutations.ts`, {
    writeNewTemplate: manager(),
    saveTemplate: more(manager("id")),
    removeTemplate: manager("id"),
  }),
  ...ofFile(`${office}/voicemails/mutations.ts`, {
    markVoicemail: staff("id"),
    archiveVoicemail: staff("id"),
    restoreVoicemail: more(staff("id")),
    saveVoicemail: staff("id", "assignedToId"),
    deleteVoicemail: more(manager("id")),
  }),
  ...ofFile("app/sign-in/mutations.ts", { signIn: anyone(), signInElsewhere: anyone() }),
  ...ofFile("app/reset-password/mutations.ts", { askForPasswordLink: anyone() }),
  ...ofFile("app/reset-password/[token]/mutations.ts", { choosePassword: more(anyone("token")) }),
  ...ofFile("app/setup/mutations.ts", { makeFirstOwner: anyone() }),
  ...ofFile("app/invite/[token]/mutations.ts", { acceptInvitation: more(anyone("token")) }),
]);
