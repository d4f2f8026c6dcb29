import { expect } from "@playwright/test";
import type { Act } from "../party";
import type { CallInOffice } from "../play-in-office";
import { isMessage } from "../played-call";
import type { AnySetUp } from "./any-set-up";
import type { Question } from "./live-call";
import type { MadeSetUp } from "./make-set-up";

/**
 * What must hold of a call, from what the office was set up as and from what people did: it knows nothing of templates, steps
 * or URLs, and foretells no sentence. Where the database was away or a request was lost, what is written down of the time may
 * be less, and the fallback number may ring; nothing else may be different.
 */
export class CallModel {
  readonly #setUp: AnySetUp;
  readonly #made: Pick<MadeSetUp, "phonesThere">;
  readonly #fallbackNumber: string;
  awaited: Question | null = null;
  isDatabaseAway = false;
  losesNext = false;
  hasComeIn = false;
  #mayHaveHungUp = false;
  #hasHungUp = false;
  #isUndisturbed = true;
  #isRequestLost = false;
  #isTalkOver = false;
  #rang = new Set<string>();
  #refused = new Set<string>();
  /** Phones whose holder was asked and pressed 1. */
  #accepted = new Set<string>();
  /** Phones at which somebody, or a mailbox, was asked and did anything else. */
  #askedInVain = new Set<string>();
  #mayPickUp = new Set<string>();

  constructor(setUp: AnySetUp, made: Pick<MadeSetUp, "phonesThere">, fallbackNumber: string) {
    this.#setUp = setUp;
    this.#made = made;
    this.#fallbackNumber = fallbackNumber;
  }

  /** The call has gone on to this question; null when it is over. */
  goesOnTo(question: Question | null): void {
    this.awaited = question;
    if (question === null) return;
    const what = JSON.stringify(question);
    expect(this.#hasHungUp, `the caller is gone, and the call goes on: ${what}`).toBe(false);
    // Twilio's fallback URL cannot know that there was a talk.
    if (!this.#isRequestLost) expect(this.#isTalkOver, `asked after the talk: ${what}`).toBe(false);
    if (question.to === "caller") return;
    const { number } = question.phone;
    if (question.to === "whoever picked up") {
      expect([...this.#mayPickUp], "asked of a phone that has picked up").toContain(number);
      return;
    }
    this.#rang.add(number);
    if (number === this.#fallbackNumber) return;
    expect([...this.#made.phonesThere], "rung: phones of the staff who are there").toContain(number);
    if (this.#isUndisturbed)
      expect([...this.#refused], "not rung: phones that have refused").not.toContain(number);
  }

  /** What the caller does when waited for. */
  callerDoes(act: Act): void {
    if (this.awaited?.to !== "caller") return;
    const { kind } = this.awaited.chance;
    if (kind === "talks") this.#isTalkOver = true;
    const leaves = act.does === "hangs up" || (act.does === "speaks" && act.endsWith === "hanging up");
    if (!leaves) return;
    this.#mayHaveHungUp = true;
    // Who waits for a ring or talks may be hung up on first, and a message may be cut off.
    this.#hasHungUp ||= kind === "asked" || (kind === "records" && act.does === "hangs up");
  }

  /** In the middle of a sentence, should there be one. */
  mayHangUp(): void {
    this.#mayHaveHungUp = true;
  }

  /** Unless the caller, or another phone, is faster. */
  phoneMayPickUp(): void {
    if (this.awaited?.to === "phone that rings") this.#mayPickUp.add(this.awaited.phone.number);
  }

  holderDoes(act: Act): void {
    if (this.awaited?.to !== "whoever picked up") return;
    const { number } = this.awaited.phone;
    const pressed = act.does === "presses" ? act.keys : "";
    // One key is asked for.
    if (pressed.startsWith("1")) this.#accepted.add(number);
    else this.#askedInVain.add(number);
    if (pressed !== "" && !pressed.startsWith("1")) this.#refused.add(number);
  }

  databaseIs(fault: "down" | "none"): void {
    this.isDatabaseAway = fault === "down";
    if (this.isDatabaseAway) this.#isUndisturbed = false;
  }

  /** Whether this request of Twilio's never reaches the app. */
  takesLoss(): boolean {
    const isLost = this.losesNext;
    this.losesNext = false;
    if (isLost) {
      this.#isRequestLost = true;
      this.#isUndisturbed = false;
    }
    return isLost;
  }

  /** The call is over, and everything has been told. */
  checkEnd(call: CallInOffice, rowsInLog: number, voicemails: number): void {
    expect(rowsInLog, "rows of the call in the log").toBe(1);
    expect(call.log?.reason, "why it was answered so").toBeTruthy();
    expect(call.log?.status, "how it ended").toMatch(/^(completed|busy|no-answer)$/);
    expect(call.log?.endedAt, "when it ended").not.toBeNull();
    if (this.#hasHungUp) expect(call.endedBy, "who ended it").toBe("the caller");
    if (!this.#mayHaveHungUp) expect(call.endedBy, "who ended it").not.toBe("the caller");
    this.#checkTalk(call);
    expect(voicemails, "messages").toBe(call.messages.filter(isMessage).length);
    expect(this.#reasonCodes(), "the reason in the log").toContain(call.log?.reasonCode);
    expect(this.#results(call), "what came of it in the log").toContain(call.log?.result);
    if (!this.#isUndisturbed) return;
    expect(call.log?.degradedTo, "whether it was answered from memory").not.toBe("memory");
    const first = call.log?.steps.filter(({ kind }) => kind === "answer" || kind === "reject") ?? [];
    expect(first.length, "times that the log says how it was answered").toBe(1);
    if (this.#isTurnedAway)
      expect(call, "a caller who is turned away").toMatchObject({ isRejected: true, heard: [], rang: [] });
  }

  /** Nobody but whoever has pressed 1 is connected, or has picked up where the set-up says that nobody is asked. */
  #checkTalk({ talkedTo, story, log }: CallInOffice): void {
    if (talkedTo === null) return;
    expect([...this.#mayPickUp], "whoever talked has picked up").toContain(talkedTo);
    if (this.#accepted.has(talkedTo)) return;
    expect([...this.#askedInVain], "talked without having pressed 1").not.toContain(talkedTo);
    expect(
      this.#setUp.actions.some(connectsUnasked),
      `${talkedTo} was never asked: ${log?.sid} ${story}`,
    ).toBe(true);
  }

  get #isTurnedAway(): boolean {
    return !this.#setUp.isActive || this.#setUp.standing === "blocked";
  }

  #reasonCodes(): string[] {
    const { isActive, standing, openness, takesKnownCallersOnly } = this.#setUp;
    const byHours = openness.isOpen ? "open" : "closed";
    const usual = !isActive
      ? "configurationInactive"
      : standing === "blocked"
        ? "callerBlocked"
        : standing === "straightThrough"
          ? "knownCaller"
          : takesKnownCallersOnly && standing === "stranger"
            ? "callerNotKnown"
            : byHours;
    return this.#isUndisturbed ? [usual] : [usual, "databaseAway", "recordLost"];
  }

  #results(call: CallInOffice): (string | null)[] {
    if (call.talkedTo !== null && this.#isUndisturbed) return ["answered"];
    const hasMessage = call.messages.some(isMessage);
    const usual = call.isRejected
      ? "rejected"
      : hasMessage
        ? "voicemail"
        : this.#rang.size > 0
          ? "missed"
          : "told";
    // Somebody pressed 1 and no talk came of it: the caller was gone, or another was faster.
    const inVain = this.#accepted.size > 0 ? ["answered"] : [];
    return this.#isUndisturbed
      ? [usual, ...inVain]
      : [usual, ...inVain, "answered", "missed", "told", "voicemail"];
  }
}

const connectsUnasked = ({ values }: AnySetUp["actions"][number]): boolean =>
  values.askToAccept?.kind === "value" && values.askToAccept.value === false;
