import { eq, sql } from "drizzle-orm";
import { callEvents, calls, knownCallers, scheduleOverrides, schedules, voicemails } from "@/db/schema";
import { lines, people } from "@/db/seed/demo-office";
import type { Office } from "../office/start-office";
import { doesNotAnswer, takesTheCall } from "../player/callee";
import { hangsUp, leavesMessage } from "../player/caller";
import { type GivenCall, playInOffice } from "../player/play-in-office";
import { sid } from "../twilio/twilio";

/** Callers with numbers that are kept for fiction; the first few are in the firm's book. */
const callers = Array.from({ length: 14 }, (_, index) => `+1646555${String(110 + index).padStart(4, "0")}`);
const inTheBook = [
  { name: "Harbor Glass & Steel", note: "Curtain walls" },
  { name: "Marisol Vega", note: "Client, the house in Red Hook" },
  { name: "Department of Buildings", note: "" },
];

const messages = [
  "Hello, this is Marisol. The surveyor can come on Thursday at ten. Please call me back if that does not suit you.",
  "Good morning. We have a question about the steel for the second floor. Somebody please ring me before noon.",
  "Hi, I am calling about the position that you have advertised. My number is the one that I call from.",
];

const [ana, ben, chloe, dev] = [people.ana, people.ben, people.chloe, people.dev].map(({ name, phones }) => ({
  name,
  numbers: phones.map(([, number]) => number as string),
}));

type Story = Pick<GivenCall, "caller" | "staff"> & { line: keyof typeof lines };

const taken = (line: Story["line"], by: typeof ana, talkSeconds: number, afterSeconds: number): Story => ({
  line,
  staff: by ? [[by, takesTheCall({ talkSeconds, afterSeconds })]] : [],
});

/** What calls come to in an ordinary week, in this order and round again. */
const week: Story[] = [
  taken("newYork", ana, 184, 5),
  taken("newYork", ben, 62, 11),
  { line: "newYork", caller: [leavesMessage(19)], staff: [] },
  taken("london", chloe, 340, 8),
  taken("newYork", ana, 47, 4),
  { line: "newYork", caller: [hangsUp("while it rings", 9)], staff: ana ? [[ana, doesNotAnswer]] : [] },
  taken("sydney", dev, 128, 14),
  { line: "london", caller: [leavesMessage(24)], staff: [] },
  taken("newYork", ana, 251, 6),
];

/**
 * Plays four weeks of calls in the demo office, by its own webhook and with everybody's phones, and then moves each to
 * its day: the log, the voicemails and the reports have something to show.
 */
export async function playCalls(office: Office, now: Date): Promise<void> {
  const { db } = office;
  await db
    .insert(knownCallers)
    .values(inTheBook.map((entry, index) => ({ ...entry, number: callers[index] ?? "" })));
  // Whatever the hour is here, it is a working one in the stories.
  const ids = await db.select({ scheduleId: schedules.id }).from(schedules);
  await db
    .insert(scheduleOverrides)
    .values(ids.map((id) => ({ ...id, isOpen: true, reason: "", setByName: "Ana Lima" })));
  let index = 0;
  for (const at of workingTimes(now)) {
    const { line, ...story } = week[index % week.length] ?? taken("newYork", ana, 60, 5);
    const callSid = sid("CA");
    const from = callers[(index * 5) % callers.length] ?? "";
    await playInOffice(office, lines[line], { ...story, callSid, from });
    await moveTo(office, callSid, at, messages[index % messages.length] ?? "");
    index += 1;
  }
  await db.delete(scheduleOverrides);
}

/** Three times of each working day of four weeks, the last of them a while before now. */
function workingTimes(now: Date): Date[] {
  const times: Date[] = [];
  for (let daysAgo = 28; daysAgo >= 0; daysAgo -= 1) {
    for (const [hour, minute] of [
      [14, 12],
      [16, 5],
      [19, 41],
    ] as const) {
      const at = new Date(now);
      at.setUTCDate(at.getUTCDate() - daysAgo);
      at.setUTCHours(hour, minute + (daysAgo % 7) * 2, daysAgo, 0);
      if (at < now && at.getUTCDay() % 6 !== 0) times.push(at);
    }
  }
  return times;
}

/** Moves a call to its time, and lets the minutes pass on it that were only counted while it was played. */
async function moveTo({ db }: Office, callSid: string, at: Date, transcription: string): Promise<void> {
  const [call] = await db.select().from(calls).where(eq(calls.sid, callSid));
  if (!call) throw new Error(`The call ${callSid} is not in the log.`);
  const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);
  const length = call.durationSeconds ?? 0;
  const events = await db
    .select({ id: callEvents.id })
    .from(callEvents)
    .where(eq(callEvents.callSid, callSid))
    .orderBy(callEvents.at, callEvents.id);
  for (const [index, { id }] of events.entries()) {
    const seconds = index === 0 ? 0 : Math.ceil((length * index) / (events.length - 1 || 1));
    await db
      .update(callEvents)
      .set({ at: later(seconds) })
      .where(eq(callEvents.id, id));
  }
  const reason = "Open until 17:30 (New York time)";
  await db.batch([
    db
      .update(callEvents)
      .set({ words: sql`replace(${callEvents.words}, ${call.reason}, ${reason})` })
      .where(eq(callEvents.callSid, callSid)),
    db
      .update(voicemails)
      .set({ transcription, leftAt: later(length) })
      .where(eq(voicemails.callSid, callSid)),
    db
      .update(calls)
      .set({
        reason,
        receivedAt: at,
        answeredAt: call.answeredAt && later(6 + (at.getUTCDate() % 9)),
        endedAt: call.endedAt && later(length),
      })
      .where(eq(calls.sid, callSid)),
  ]);
}
