import { describe, expect, it } from "vitest";
import type { CallInOffice } from "../play-in-office";
import type { AnySetUp } from "./any-set-up";
import { CallModel } from "./call-model";
import type { Question } from "./live-call";

const [ana, ben, fallback] = ["+15552000001", "+15552000002", "+12125550199"];

const setUp = (given: Partial<AnySetUp> = {}): AnySetUp => ({
  people: [],
  actions: [{ template: "ring-all", values: { askToAccept: { kind: "value", value: true } } }],
  openness: { isOpen: true, by: "week" },
  isActive: true,
  takesKnownCallersOnly: false,
  standing: "stranger",
  ...given,
});

const modelOf = (given?: Partial<AnySetUp>) =>
  new CallModel(setUp(given), { phonesThere: new Set([ana]) }, fallback);

const rings = (number: string): Question => ({ to: "phone that rings", phone: { number, name: null } });
const isAsked = (number: string): Question => ({ to: "whoever picked up", phone: { number, name: null } });
const caller = (kind: "asked" | "talks"): Question =>
  kind === "talks"
    ? { to: "caller", chance: { kind, to: ana, seconds: 9 } }
    : { to: "caller", chance: { kind, takesKeys: true, takesSpeech: false, mostKeys: 1 } };

/** A call on which Ana's phone is picked up, and these keys are pressed when asked; none, as by a mailbox. */
function anaIsRung(keys: string | null, model = modelOf()): CallModel {
  model.goesOnTo(rings(ana));
  model.phoneMayPickUp();
  model.goesOnTo(isAsked(ana));
  model.holderDoes(keys === null ? { does: "nothing" } : { does: "presses", keys });
  return model;
}

const ended = (log: Record<string, unknown> = {}, call: Partial<CallInOffice> = {}): CallInOffice =>
  ({
    talkedTo: null,
    messages: [],
    isRejected: false,
    endedBy: "the app",
    heard: [],
    rang: [],
    story: [],
    ...call,
    log: {
      reason: "Open",
      reasonCode: "open",
      status: "completed",
      endedAt: 1,
      result: "told",
      degradedTo: null,
      steps: [{ kind: "answer" }],
      ...log,
    },
  }) as unknown as CallInOffice;

describe("the model of any call", () => {
  it("takes a call that nobody could find fault with", () => {
    const model = anaIsRung("1");
    model.goesOnTo(caller("talks"));
    model.callerDoes({ does: "nothing" });
    model.goesOnTo(null);
    model.checkEnd(ended({ result: "answered" }, { talkedTo: ana }), 1, 0);
    modelOf().checkEnd(ended(), 1, 0);
  });

  it.each<[string, () => void]>([
    ["a phone rings of somebody who is away", () => modelOf().goesOnTo(rings(ben))],
    ["a phone rings that has refused", () => anaIsRung("2").goesOnTo(rings(ana))],
    ["somebody is asked who has not picked up", () => modelOf().goesOnTo(isAsked(ana))],
    [
      "a mailbox takes the call",
      () => anaIsRung(null).checkEnd(ended({ result: "answered" }, { talkedTo: ana }), 1, 0),
    ],
    [
      "somebody takes the call who was never asked",
      () => {
        const model = modelOf();
        model.goesOnTo(rings(ana));
        model.phoneMayPickUp();
        model.checkEnd(ended({ result: "answered" }, { talkedTo: ana }), 1, 0);
      },
    ],
    [
      "the call goes on after the talk",
      () => {
        const model = anaIsRung("1");
        model.goesOnTo(caller("talks"));
        model.callerDoes({ does: "nothing" });
        model.goesOnTo(rings(fallback));
      },
    ],
    [
      "the call goes on without its caller",
      () => {
        const model = modelOf();
        model.goesOnTo(caller("asked"));
        model.callerDoes({ does: "hangs up", afterSeconds: 1 });
        model.goesOnTo(rings(ana));
      },
    ],
    ["the call is nowhere in the log", () => modelOf().checkEnd(ended(), 0, 0)],
    ["the call is in the log twice", () => modelOf().checkEnd(ended(), 2, 0)],
    ["the log gives another reason", () => modelOf().checkEnd(ended({ reasonCode: "closed" }), 1, 0)],
    ["the log does not say how it ended", () => modelOf().checkEnd(ended({ status: "in-progress" }), 1, 0)],
    ["a missed call is told as one that nobody rang for", () => anaIsRung(null).checkEnd(ended(), 1, 0)],
    [
      "a call that was not answered is told as answered",
      () => anaIsRung("2").checkEnd(ended({ result: "answered" }), 1, 0),
    ],
    ["a message is kept that nobody left", () => modelOf().checkEnd(ended(), 1, 1)],
    [
      "a blocked caller is let in",
      () => modelOf({ standing: "blocked" }).checkEnd(ended({ reasonCode: "callerBlocked" }), 1, 0),
    ],
    [
      "a caller is gone who did not hang up",
      () => modelOf().checkEnd(ended({}, { endedBy: "the caller" }), 1, 0),
    ],
  ])("objects where %s", (_, plays) => {
    expect(plays).toThrow();
  });

  it("forgives a call that was disturbed what it has to, and no more", () => {
    const model = anaIsRung(null);
    model.databaseIs("down");
    model.goesOnTo(rings(fallback));
    model.checkEnd(ended({ reasonCode: "recordLost", result: "missed", steps: [] }), 1, 0);
    expect(() => model.checkEnd(ended({ result: "answered" }, { talkedTo: ana }), 1, 0)).toThrow();
  });
});
