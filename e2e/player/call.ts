import { callParameters, sid } from "../twilio/twilio";
import { type CallPlan, type Treatment, usualTreatment } from "./call-plan";
import { Callbacks } from "./callbacks";
import { type Leg, startLeg } from "./leg";
import type { Phone } from "./party";
import {
  type Asked,
  type EndedBy,
  type Happening,
  type LeftMessage,
  nameOf,
  type PlayedLeg,
} from "./played-call";

/** A call while it goes on: its clock, and what has come of it so far. */
export class Call {
  readonly plan: CallPlan;
  readonly treatment: Treatment;
  readonly callbacks: Callbacks;
  /** The caller's own side. */
  readonly leg: Leg;
  readonly asked: Asked[] = [];
  readonly faults: string[] = [];
  readonly happenings: Happening[] = [];
  readonly rang: string[][] = [];
  readonly legs: PlayedLeg[] = [];
  readonly messages: LeftMessage[] = [];
  readonly timesRung = new Map<string, number>();
  #isEndTold = false;
  talkedTo: string | null = null;
  isRejected = false;
  endedBy: EndedBy = "the app";
  now = 0;

  constructor(plan: CallPlan) {
    this.plan = plan;
    this.treatment = { ...usualTreatment, ...plan.treatment };
    this.callbacks = new Callbacks(this);
    const { from, to, callSid = sid("CA") } = plan;
    this.leg = startLeg({
      sid: callSid,
      phone: null,
      parameters: {
        ...callParameters({ ...(from !== undefined && { from }), to, callSid }),
        ...plan.parameters,
      },
      party: plan.caller,
    });
  }

  tell(phone: Phone | null, words: string): void {
    const happening = { atSeconds: this.now, phone, words };
    this.happenings.push(happening);
    this.plan.tell?.(happening);
  }

  /** The number's own status callback: the call is over. */
  async tellStatus(): Promise<void> {
    if (this.#isEndTold) return;
    this.#isEndTold = true;
    const { parameters, status, answeredAt } = this.leg;
    const seconds = String(Math.round(answeredAt === null ? 0 : this.now - answeredAt));
    await this.callbacks.add({
      url: `${this.plan.account.baseUrl}/api/voice/status`,
      parameters: { ...parameters, CallStatus: status, CallDuration: seconds, SequenceNumber: "0" },
    });
  }

  fault(words: string): void {
    this.faults.push(words);
  }

  phone(number: string): Phone {
    return { number, name: this.plan.nameNumber?.(number) ?? null };
  }

  nameOf(number: string): string {
    return nameOf(this.phone(number));
  }
}
