import type { ActivitySubject, Change } from "@/db/queries/activity/record-activity";
import { firmId } from "@/db/queries/firm/save-firm";
import { firmInWords, kindLabels, nameOfEntry, wordsIn } from "@/lib/backup/in-words";
import type { ImportPlan } from "@/lib/backup/plan-import";
import { type Entry, type Kind, keyOf, kinds, type SetUp } from "@/lib/backup/set-up";

/** Things whose own page shows their changes, by their id. The others are told by the import as a whole. */
const subjects: Partial<Record<Kind, ActivitySubject>> = {
  schedules: "schedule",
  greetings: "greeting",
  templates: "template",
  people: "person",
  actions: "action",
  configurations: "configuration",
};

/** An import as the activity tells of it: once as a whole, and once for each thing that has a history of its own. */
export function importChanges(
  staff: Change["staff"],
  current: SetUp,
  { changes, setUp }: Pick<ImportPlan, "changes" | "setUp">,
): Change[] {
  const was = wordsIn(current);
  const is = wordsIn(setUp);
  const told: Change[] = kinds.flatMap((kind) => {
    const subject = subjects[kind];
    if (!subject) return [];
    const about = (entry: Entry) => ({
      staff,
      subject,
      subjectId: keyOf(entry),
      subjectName: nameOfEntry(entry),
    });
    const { added, changed, removed } = changes[kind];
    return [
      ...added.map((entry: Entry) => ({
        ...about(entry),
        verb: "addFromFile",
        before: null,
        after: is<Kind>(kind, entry),
      })),
      ...changed.map(({ before, after }: { before: Entry; after: Entry }) => ({
        ...about(after),
        verb: "changeFromFile",
        before: was<Kind>(kind, before),
        after: is<Kind>(kind, after),
      })),
      ...removed.map((entry: Entry) => ({
        ...about(entry),
        verb: "removeByFile",
        before: was<Kind>(kind, entry),
        after: null,
      })),
    ];
  });
  const { firm } = changes;
  const settings: Change[] = firm
    ? [
        {
          staff,
          verb: "changeFromFile",
          subject: "firm",
          subjectId: firmId,
          subjectName: firm.after.name,
          before: firmInWords(firm.before),
          after: firmInWords(firm.after),
        },
      ]
    : [];
  const whole: Change = {
    staff,
    verb: "importSetUp",
    subject: "setUp",
    subjectId: firmId,
    subjectName: setUp.firm.name,
    before: null,
    after: Object.fromEntries(kinds.flatMap((kind) => countsOf(kind, changes))),
  };
  return [...told, ...settings, whole];
}

function countsOf(kind: Kind, changes: ImportPlan["changes"]): [string, string][] {
  const { added, changed, removed } = changes[kind];
  const counts = [
    [added.length, "added"],
    [changed.length, "changed"],
    [removed.length, "removed"],
  ] as const;
  const words = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return words.length > 0 ? [[kindLabels[kind], words.join(", ")]] : [];
}
