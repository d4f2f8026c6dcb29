import { postAsTwilio } from "../twilio/twilio";
import type { Call } from "./call";

interface Callback {
  url: string;
  parameters: Readonly<Record<string, string>>;
}

/** What Twilio tells the app without anybody waiting: in order, too early, too late, or twice. */
export class Callbacks {
  readonly #call: Call;
  #waiting: Callback[] = [];

  constructor(call: Call) {
    this.#call = call;
  }

  /** Something is over of which a callback tells. */
  async add(callback: Callback): Promise<void> {
    this.#waiting.push(callback);
    if (this.#call.treatment.callbacks === "early") await this.#send();
  }

  /** The app has been asked what comes next, and time has passed. */
  async timePasses(): Promise<void> {
    if (this.#call.treatment.callbacks === "prompt") await this.#send();
  }

  /** The call is over. Those that are late come in any order: the last first. */
  async sendAll(): Promise<void> {
    if (this.#call.treatment.callbacks === "late") this.#waiting.reverse();
    await this.#send();
  }

  async #send(): Promise<void> {
    const { tellApp } = this.#call.plan;
    const { isToldTwice } = this.#call.treatment;
    const due = this.#waiting;
    this.#waiting = [];
    if (due.length === 0) return;
    const send = () => this.#post(isToldTwice ? [...due, ...due] : due);
    await (tellApp ? tellApp(send) : send());
  }

  async #post(due: readonly Callback[]): Promise<void> {
    for (const { url, parameters } of due) {
      const answer = await postAsTwilio(this.#call.plan.account, url, parameters).catch(() => null);
      const isTaken = answer !== null && answer.status >= 200 && answer.status < 300;
      if (!isTaken) this.#call.fault(`The callback ${url} was answered with ${answer?.status ?? "nothing"}`);
    }
  }
}
