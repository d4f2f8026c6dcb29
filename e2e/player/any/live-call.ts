import { findCall } from "@/db/queries/calls/find-call";
import type { MadeLine } from "../../office/make-line";
import type { Office } from "../../office/start-office";
import { sid } from "../../twilio/twilio";
import type { HeldCallback } from "../call-plan";
import { type Callee, doesNotAnswer } from "../callee";
import { type Act, type Chance, nothing, type Phone } from "../party";
import { type CallInOffice, playInOffice } from "../play-in-office";
import type { AnyCircumstances } from "./any-circumstances";

/** What somebody on the line is waited for to do. */
export type Question =
  | { to: "caller"; chance: Exclude<Chance, { kind: "hears" }> }
  | { to: "phone that rings"; phone: Phone }
  | { to: "whoever picked up"; phone: Phone };

interface Open {
  question: Question;
  answer(given: { act: Act; callee: Callee }): void;
}

interface Wiring extends AnyCircumstances {
  /** Between the asking and its answer: whether that request never reaches the app. */
  isLost(): boolean;
}

/** A call that waits, at each moment at which somebody can do something, until it is told what they do. */
export class LiveCall {
  readonly #office: Office;
  readonly #line: MadeLine;
  readonly #given: Wiring;
  readonly #callSid = sid("CA");
  readonly #open: Open[] = [];
  #wake: () => void = () => {};
  #end: Promise<CallInOffice> | null = null;
  #isOver = false;
  #isAbandoned = false;
  /** At the next thing that the caller hears. */
  hangsUpMidSentence = false;
  readonly held: HeldCallback[] = [];

  constructor(office: Office, line: MadeLine, given: Wiring) {
    this.#office = office;
    this.#line = line;
    this.#given = given;
  }

  comesIn(): void {
    if (this.#end) return;
    const { from, callerName, treatment, isLost } = this.#given;
    this.#end = playInOffice(this.#office, this.#line, {
      callSid: this.#callSid,
      from,
      parameters: { CallerName: callerName },
      treatment,
      isLost,
      caller: (chance) => this.#askCaller(chance),
      phone: ({ number, name }) => this.#askPhone({ number, name }),
      hold: (callback) => this.#hold(callback),
    });
    const over = () => {
      this.#isOver = true;
      this.#wake();
    };
    this.#end.then(over, over);
  }

  /** Who is waited for now, once anybody is; null when the call is over, or has not come in. */
  async awaited(): Promise<Question | null> {
    while (this.#end && !this.#isOver && this.#open.length === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#open[0]?.question ?? null;
  }

  act(act: Act): void {
    this.#open.shift()?.answer({ act, callee: doesNotAnswer });
  }

  /** What they do once they have picked up is asked then. */
  answerPhone(
    callee: { afterSeconds: number; talkSeconds: number } | Exclude<Callee, { picksUp: true }>,
  ): void {
    const open = this.#open.shift();
    if (open?.question.to !== "phone that rings") throw new Error("No phone rings");
    const { phone } = open.question;
    const answering: Callee =
      "picksUp" in callee
        ? callee
        : { ...callee, picksUp: true, party: (chance) => this.#askWhoeverPickedUp(chance, phone) };
    open.answer({ act: nothing, callee: answering });
  }

  /** Tells one of the callbacks that are due; one that the app does not take is told again later. */
  async tell(place: number, times: number): Promise<void> {
    const [callback] = this.held.splice(place % this.held.length, 1);
    if (!callback) return;
    let isTaken = false;
    for (let time = 0; time < times; time += 1) isTaken = (await callback.post()) || isTaken;
    if (!isTaken) this.held.push(callback);
  }

  /**
   * The whole call, once everybody has done nothing until it was over, and everything has been told.
   *
   * @param seen told of each moment at which somebody does nothing.
   */
  async end(seen: (question: Question) => void): Promise<CallInOffice> {
    this.comesIn();
    for (let next = await this.awaited(); next; next = await this.awaited()) {
      seen(next);
      this.act(nothing);
    }
    if (!this.#end) throw new Error("The call never came in");
    const call = await this.#end;
    const most = this.held.length * 3;
    for (let count = 0; this.held.length > 0; count += 1) {
      const [{ step } = { step: "" }] = this.held;
      if (count > most) throw new Error(`The app did not take the callback “${step}”`);
      await this.tell(0, 1);
    }
    const log = await findCall(this.#office.db, this.#callSid);
    return { ...call, log, story: log?.steps.map(({ words }) => words) ?? [] };
  }

  /** Nothing of it goes on beside the next call. */
  async abandon(): Promise<void> {
    this.#isAbandoned = true;
    this.hangsUpMidSentence = true;
    for (let next = await this.awaited(); next; next = await this.awaited()) {
      this.act({ does: "hangs up", afterSeconds: 0 });
    }
    await this.#end?.catch(() => null);
  }

  async #askCaller(chance: Chance): Promise<Act> {
    if (chance.kind !== "hears") return (await this.#ask({ to: "caller", chance })).act;
    if (!this.hangsUpMidSentence) return nothing;
    if (!this.#isAbandoned) this.hangsUpMidSentence = false;
    return { does: "hangs up", afterSeconds: 1 };
  }

  async #askPhone(phone: Phone): Promise<Callee> {
    return (await this.#ask({ to: "phone that rings", phone })).callee;
  }

  async #askWhoeverPickedUp(chance: Chance, phone: Phone): Promise<Act> {
    return chance.kind === "asked" ? (await this.#ask({ to: "whoever picked up", phone })).act : nothing;
  }

  #ask(question: Question): Promise<{ act: Act; callee: Callee }> {
    return new Promise((resolve) => {
      this.#open.push({ question, answer: resolve });
      this.#wake();
    });
  }

  async #hold(callback: HeldCallback): Promise<void> {
    if (this.#given.isToldAtOnce && (await callback.post())) return;
    this.held.push(callback);
  }
}
