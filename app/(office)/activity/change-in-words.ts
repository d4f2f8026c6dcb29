import type { ListedChange } from "@/db/queries/activity/list-activity";

/** What was done, between who did it and what it was done to. A test finds each verb that the code records. */
export const verbsInWords: Readonly<Record<string, string>> = {
  acceptInvitation: "took up an invitation as",
  activateConfiguration: "put into use",
  addExampleNumber: "added",
  addKnownCaller: "added",
  addFromFile: "added from a file",
  addPerson: "added",
  archiveVoicemail: "archived",
  blockCaller: "blocked",
  buyNumber: "bought",
  callBack: "returned",
  changeFromFile: "changed from a file",
  changeMyPassword: "changed the password of",
  choosePassword: "chose a new password for",
  clearOldCalls: "deleted what is old, as asked by",
  closeScheduleUntil: "closed",
  createSchedule: "made",
  deactivateConfiguration: "took out of use",
  deleteAction: "deleted",
  deleteCallerData: "deleted",
  deleteConfiguration: "deleted",
  deleteGreeting: "deleted",
  deleteKnownCaller: "deleted",
  deleteNumber: "deleted",
  deletePerson: "deleted",
  deleteSchedule: "deleted",
  deleteVoicemail: "deleted",
  disableMember: "disabled",
  enableMember: "enabled",
  downloadCallerData: "downloaded",
  downloadSetUp: "downloaded",
  importSetUp: "brought in a file for",
  inviteStaff: "sent",
  letNumberGo: "let go of",
  liftOverride: "put back to its own hours",
  lookAtNumbers: "asked Twilio about",
  makeAction: "made",
  makeConfiguration: "made",
  makeGreeting: "made",
  makeFirstOwner: "set up Switchboard as",
  makePasswordLink: "made a password link for",
  openScheduleUntil: "opened",
  pointAtPreview: "pointed at a preview",
  releaseNumber: "released",
  removeByFile: "removed, as a file says,",
  removeTeamMember: "removed",
  removeTemplate: "deleted",
  renameNumber: "renamed",
  repairNumber: "repaired",
  resendInvitation: "sent again",
  restoreVoicemail: "took out of the archive",
  saveAction: "changed",
  saveBlockedCaller: "changed",
  saveConfiguration: "changed",
  saveGreeting: "changed",
  saveInvitation: "changed",
  saveKnownCaller: "changed",
  saveNumber: "changed",
  saveMyName: "changed the name of",
  saveMyPhones: "changed the phones of",
  savePerson: "changed",
  saveRetention: "changed",
  saveSchedule: "changed",
  saveSettings: "changed",
  saveTeamMember: "changed",
  saveTemplate: "changed",
  saveTextBack: "changed",
  saveVoicemail: "changed",
  signOutEverywhere: "ended every session of",
  signOutMember: "ended every session of",
  synchroniseNumbers: "synchronised",
  takeBackFromPreview: "took back from a preview",
  unblockCaller: "unblocked",
  withdrawInvitation: "withdrew",
  writeNewTemplate: "wrote",
};

/** The verb of a change in words; of a verb that has none, what can be told from how the thing was and is. */
export function verbInWords({
  verb,
  before,
  after,
}: Pick<ListedChange, "verb" | "before" | "after">): string {
  const words = Object.hasOwn(verbsInWords, verb) ? verbsInWords[verb] : undefined;
  if (words !== undefined) return words;
  if (before === null) return "made";
  return after === null ? "deleted" : "changed";
}

interface Difference {
  label: string;
  before: string | null;
  after: string | null;
}

/** What differs, label by label. Null on the side on which the thing was not there. */
export function differences({ before, after }: Pick<ListedChange, "before" | "after">): Difference[] {
  const labels = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const side = (words: Record<string, unknown> | null, label: string) => words && textOf(words[label]);
  return [...labels].map((label) => ({ label, before: side(before, label), after: side(after, label) }));
}

const textOf = (value: unknown): string => {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
};
