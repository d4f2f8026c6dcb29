interface RefusalWords {
  message?: string;
  /** By the name of the field. */
  fieldErrors?: Readonly<Record<string, string>>;
}

/** Thrown by a mutation that cannot be carried out for a reason that the person can do something about. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly fieldErrors: Readonly<Record<string, string>>;

  constructor({ message = "", fieldErrors = {} }: RefusalWords) {
    super(message);
    this.fieldErrors = fieldErrors;
  }
}
