/** The parameters of a template that takes messages which the engine reads by name; a template may leave out any of them. */
export const voicemailParameters = {
  /** Who is told of a message. */
  notify: "notify",
  /** Whether Twilio writes messages down. */
  transcribe: "transcribe",
} as const;
