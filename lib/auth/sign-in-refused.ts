import { CredentialsSignin } from "next-auth";
import type { PasswordOutcome } from "./check-password";
import { tooSoonInWords } from "./sign-in-pace";

/** Nobody is signed in, for a reason that the person may be told. */
export class SignInRefused extends CredentialsSignin {
  override name = "SignInRefused";
  readonly words: string;

  constructor(outcome: Exclude<PasswordOutcome, { kind: "right" }>) {
    super();
    this.code = outcome.kind;
    this.words =
      outcome.kind === "wrong"
        ? "E-mail address and password do not match."
        : tooSoonInWords(outcome.waitSeconds);
  }
}
