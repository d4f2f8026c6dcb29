import type { StaffRole } from "@/lib/auth/roles";

interface KnownMutation {
  /** Who may at least. */
  role: StaffRole | "anyone";
  /**
   * The fields that name something which has to be there: "id", what it is to be connected with, and what a field of JSON
   * names, by its place in there ("recordings#0.soundId").
   */
  ids: readonly string[];
  /** It asks something of Twilio, and so has a row in `e2e/faults/mutation-rows.ts`. */
  asksTwilio?: true;
  /** It changes nothing, and answers with what it finds: a test of its own asks it. */
  isLookup?: true;
}

const by =
  (role: KnownMutation["role"]) =>
  (...ids: string[]): KnownMutation => ({ role, ids });
const [staff, manager, owner, anyone] = [by("staff"), by("manager"), by("owner"), by("anyone")];
const viaTwilio = (known: KnownMutation): KnownMutation => ({ ...known, asksTwilio: true });
const lookup = (known: KnownMutation): KnownMutation => ({ ...known, isLookup: true });

const office = "app/(office)";
const ofFile = (file: string, known: Readonly<Record<string, KnownMutation>>) =>
  Object.entries(known).map(([name, one]) => [`${file} ${name}`, one] as const);

/** What an action refers to, by the kinds of parameters that can. */
const references = ["values.people#0.personId", "values.next", "values.choices#0.actionId", "values.sound"];
const sounds = ["standingSoundId", "recordings#0.soundId"];
const parts = ["phoneNumberId", "scheduleId", "openActionId", "closedActionId"];

/**
 * Every function that a browser can call, by its file and name, with who may and what it finds by an id. One that is not
 * here fails its test.
 */
export const knownMutations: ReadonlyMap<string, KnownMutation> = new Map([
  ...ofFile(`${office}/mutations.ts`, { signOut: staff() }),
  ...ofFile(`${office}/_call-back/mutations.ts`, { callBack: viaTwilio(staff("callSid", "phone")) }),
  ...ofFile(`${office}/_override/mutations.ts`, {
    overrideSchedule: staff("id"),
    liftScheduleOverride: staff("id"),
  }),
  ...ofFile(`${office}/actions/mutations.ts`, {
    makeAction: manager("templateId", ...references),
    saveAction: manager("id", "templateId", ...references),
    deleteAction: manager("id"),
  }),
  ...ofFile(`${office}/actions/lookups.ts`, {
    searchActions: manager(),
    searchPeople: manager(),
    searchGreetings: manager(),
    searchTemplates: manager(),
    loadTemplate: lookup(manager("id")),
    previewDraft: lookup(manager("templateId", ...references)),
  }),
  ...ofFile(`${office}/blocked-callers/mutations.ts`, {
    blockCaller: manager(),
    saveBlockedCaller: manager("id"),
    unblockCaller: manager("id"),
  }),
  ...ofFile(`${office}/calls/lookups.ts`, { searchCalledNumbers: staff() }),
  ...ofFile(`${office}/caller-data/mutations.ts`, { deleteCaller: viaTwilio(manager()) }),
  ...ofFile(`${office}/configurations/mutations.ts`, {
    makeConfiguration: viaTwilio(manager(...parts)),
    saveConfiguration: viaTwilio(manager("id", ...parts)),
    activateConfiguration: viaTwilio(manager("id")),
    deactivateConfiguration: viaTwilio(manager("id")),
    deleteConfiguration: viaTwilio(manager("id")),
  }),
  ...ofFile(`${office}/greetings/mutations.ts`, {
    makeGreeting: manager(...sounds),
    saveGreeting: manager("id", ...sounds),
    deleteGreeting: manager("id"),
  }),
  ...ofFile(`${office}/greetings/_sources/mutations.ts`, { ringToRecord: viaTwilio(manager()) }),
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
  ...ofFile(`${office}/people/lookups.ts`, { searchDutySchedules: manager(), searchWho: staff() }),
  ...ofFile(`${office}/phone-numbers/mutations.ts`, {
    addExampleNumber: manager(),
    saveNumber: manager("id"),
    deleteNumber: manager("id"),
    synchronise: viaTwilio(manager()),
  }),
  ...ofFile(`${office}/phone-numbers/[id]/mutations.ts`, {
    repairNumber: viaTwilio(manager("id")),
    letGo: viaTwilio(manager("id")),
    pointNumberAtPreview: viaTwilio(manager("id")),
    takeNumberBack: viaTwilio(manager("id")),
    releaseNumber: viaTwilio(owner("id")),
  }),
  ...ofFile(`${office}/phone-numbers/buy/mutations.ts`, { buyNumber: viaTwilio(owner()) }),
  ...ofFile(`${office}/profile/mutations.ts`, {
    saveMyName: staff(),
    changeMyPassword: staff(),
    signOutEverywhere: staff(),
    saveMyPhones: staff(),
  }),
  ...ofFile(`${office}/schedules/mutations.ts`, {
    createSchedule: manager(),
    saveSchedule: manager("id"),
    deleteSchedule: manager("id"),
  }),
  ...ofFile(`${office}/settings/mutations.ts`, { saveSettings: manager() }),
  ...ofFile(`${office}/settings/_retention/mutations.ts`, { saveRetention: manager() }),
  ...ofFile(`${office}/settings/_text-back/mutations.ts`, { saveTextBack: manager() }),
  ...ofFile(`${office}/team/mutations.ts`, {
    saveTeamMember: owner("id", "personId"),
    disableMember: owner("id"),
    enableMember: owner("id"),
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
    saveTemplate: manager("id"),
    removeTemplate: manager("id"),
  }),
  ...ofFile(`${office}/voicemails/mutations.ts`, {
    markVoicemail: staff("id"),
    archiveVoicemail: staff("id"),
    restoreVoicemail: staff("id"),
    saveVoicemail: staff("id", "assignedToId"),
    deleteVoicemail: viaTwilio(manager("id")),
  }),
  ...ofFile("app/sign-in/mutations.ts", { signIn: anyone(), signInElsewhere: anyone() }),
  ...ofFile("app/reset-password/mutations.ts", { askForPasswordLink: anyone() }),
  ...ofFile("app/reset-password/[token]/mutations.ts", { choosePassword: anyone("token") }),
  ...ofFile("app/setup/mutations.ts", { makeFirstOwner: anyone() }),
  ...ofFile("app/invite/[token]/mutations.ts", { acceptInvitation: anyone("token") }),
]);
