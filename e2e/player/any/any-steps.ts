import fc from "fast-check";
import type { Office } from "../../office/start-office";
import type { Act } from "../party";
import { extensions } from "./any-set-up";
import type { CallModel } from "./call-model";
import type { LiveCall, Question } from "./live-call";

/** What a step is done to, beside the model: the call, and the office it comes to. */
export interface RealCall {
  live: LiveCall;
  office: Office;
}

type Step = fc.AsyncCommand<CallModel, RealCall>;
type Kind = Extract<Question, { to: "caller" }>["chance"]["kind"];

/** One thing that somebody does, or that happens. `words` is what a failure prints. */
const step = (
  words: string,
  canBe: (model: CallModel) => boolean,
  done: (model: CallModel, real: RealCall) => void | Promise<void>,
): Step => ({
  check: canBe,
  run: async (model, real) => {
    await done(model, real);
    model.goesOnTo(await real.live.awaited());
  },
  toString: () => words,
});

/** Only while the caller is waited for, at one of these moments. */
const ofCaller = (words: string, kinds: readonly Kind[], act: Act): Step =>
  step(
    `the caller ${words}`,
    ({ awaited }) => awaited?.to === "caller" && kinds.includes(awaited.chance.kind),
    (model, { live }) => {
      model.callerDoes(act);
      live.act(act);
    },
  );

const callComesIn = step(
  "a call comes in",
  (model) => !model.hasComeIn,
  (model, { live }) => {
    model.hasComeIn = true;
    live.comesIn();
  },
);

const keys = fc.oneof(
  { arbitrary: fc.constantFrom(..."0123456789*#"), weight: 8 },
  // Somebody's extension, or their name on a keypad: Ana, Lima.
  { arbitrary: fc.constantFrom(...extensions, "262", "5462"), weight: 2 },
  {
    arbitrary: fc.string({ unit: fc.constantFrom(..."0123456789*#"), minLength: 1, maxLength: 6 }),
    weight: 1,
  },
);
const anySeconds = fc.oneof(fc.constantFrom(0, 1, 2), fc.integer({ min: 3, max: 700 }));

/** Before a phone that rings is picked up: most often while it still does. */
const anyRingSeconds = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 18 }), weight: 4 },
  { arbitrary: fc.integer({ min: 0, max: 70 }), weight: 1 },
);

const presses = keys.map((pressed) =>
  ofCaller(`presses ${pressed}`, ["asked"], { does: "presses", keys: pressed }),
);
const says = fc
  .oneof(fc.constantFrom("1", "one", "hello & welcome", "喂"), fc.string())
  .map((words) => ofCaller(`says “${words}”`, ["asked"], { does: "says", words }));
const speaks = fc
  .record({ seconds: anySeconds, endsWith: fc.constantFrom("#", "silence", "hanging up", "5") })
  .map(({ seconds, endsWith }) =>
    ofCaller(`speaks for ${seconds} s, then ${endsWith}`, ["records"], { does: "speaks", seconds, endsWith }),
  );
const waits = fc.constant(ofCaller("waits", ["asked", "rings", "talks", "records"], { does: "nothing" }));
const hangsUp = anySeconds.map((afterSeconds) =>
  ofCaller(`hangs up after ${afterSeconds} s`, ["asked", "rings", "talks", "records"], {
    does: "hangs up",
    afterSeconds,
  }),
);
const hangsUpMidSentence = step(
  "the caller hangs up in the next sentence",
  () => true,
  (model, { live }) => {
    model.mayHangUp();
    live.hangsUpMidSentence = true;
  },
);

const doesNotPickUp = fc.constantFrom("busy", "failed", "no-answer").map((status) =>
  step(
    `the phone: ${status}`,
    ({ awaited }) => awaited?.to === "phone that rings",
    (_, { live }) => live.answerPhone({ picksUp: false, status }),
  ),
);
const picksUp = fc
  .record({ afterSeconds: anyRingSeconds, talkSeconds: fc.integer({ min: 0, max: 4000 }) })
  .map((pace) =>
    step(
      `the phone is picked up after ${pace.afterSeconds} s, for a talk of ${pace.talkSeconds} s`,
      ({ awaited }) => awaited?.to === "phone that rings",
      (model, { live }) => {
        model.phoneMayPickUp();
        live.answerPhone(pace);
      },
    ),
  );

/** Of whoever picked up and is asked. */
const ofHolder = (words: string, act: Act): Step =>
  step(
    words,
    ({ awaited }) => awaited?.to === "whoever picked up",
    (model, { live }) => {
      model.holderDoes(act);
      live.act(act);
    },
  );
const holderPresses = fc
  .oneof(
    { arbitrary: fc.constant("1"), weight: 5 },
    { arbitrary: fc.constantFrom(..."0234579*#", "11"), weight: 2 },
  )
  .map((pressed) => ofHolder(`whoever picked up presses ${pressed}`, { does: "presses", keys: pressed }));
const mailboxTalks = fc.constant(ofHolder("a mailbox has picked up, and talks", { does: "nothing" }));
const holderHangsUp = fc.constant(
  ofHolder("whoever picked up hangs up", { does: "hangs up", afterSeconds: 1 }),
);

const callbackComes = fc
  .record({ place: fc.nat(9), times: fc.constantFrom(1, 1, 2) })
  .map(({ place, times }) =>
    step(
      `callback ${place} comes${times > 1 ? " twice" : ""}`,
      () => true,
      async (_, { live }) => {
        if (live.held.length > 0) await live.tell(place, times);
      },
    ),
  );
const nextIsLost = fc.constant(
  step(
    "the next request is lost",
    () => true,
    (model) => {
      model.losesNext = true;
    },
  ),
);
const database = (fault: "down" | "none") =>
  fc.constant(
    step(
      fault === "down" ? "the database goes away" : "the database comes back",
      (model) => model.isDatabaseAway !== (fault === "down"),
      (model, { office }) => {
        model.databaseIs(fault);
        office.database.setFault(fault);
      },
    ),
  );

/** What may happen on a call, each as often as makes calls that get somewhere. */
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: fc.constant(callComesIn), weight: 25 },
  { arbitrary: presses, weight: 22 },
  { arbitrary: says, weight: 4 },
  { arbitrary: speaks, weight: 14 },
  { arbitrary: waits, weight: 12 },
  { arbitrary: hangsUp, weight: 3 },
  { arbitrary: fc.constant(hangsUpMidSentence), weight: 1 },
  { arbitrary: doesNotPickUp, weight: 8 },
  { arbitrary: picksUp, weight: 20 },
  { arbitrary: holderPresses, weight: 18 },
  { arbitrary: mailboxTalks, weight: 5 },
  { arbitrary: holderHangsUp, weight: 3 },
  { arbitrary: callbackComes, weight: 6 },
  { arbitrary: nextIsLost, weight: 1 },
  { arbitrary: database("down"), weight: 1 },
  { arbitrary: database("none"), weight: 6 },
);

/** @param replayPath which of them were done in a run that failed, as its report says. */
export const anySteps = (replayPath?: string) =>
  fc.commands([anyStep], { maxCommands: 120, size: "max", ...(replayPath && { replayPath }) });
