import { postAsTwilio } from "../twilio/twilio";
import { stepIn } from "./ask";
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
    const { hold } = this.#call.plan;
    if (hold) return hold({ step: stepIn(callback.url), post: () => this.#postHeld(callback) });
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
    for (const callback of due) {
      const status = await this.#postOne(callback);
      if (!isTaken(status))
        this.#call.fault(`The callback ${callback.url} was answered with ${status ?? "nothing"}`);
    }
  }

  /** Whoever holds it tells it again. */
  async #postHeld(callback: Callback): Promise<boolean> {
    const { tellApp } = this.#call.plan;
    let status: number | null = null;
    const send = async () => {
      status = await this.#postOne(callback);
    };
    await (tellApp ? tellApp(send) : send());
    return isTaken(status);
  }

  async #postOne({ url, parameters }: Callback): Promise<number | null> {
    const answer = await postAsTwilio(this.#call.plan.account, url, parameters).catch(() => null);
    return answer?.status ?? null;
  }
}

const isTaken = (status: number | null): boolean => status !== null && status >= 200 && status < 300;
