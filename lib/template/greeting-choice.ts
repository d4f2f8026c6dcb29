/** A greeting of the library, where a parameter of type audio plays one. Away from the schemas, for what runs in the browser. */
export interface GreetingChoice {
  greetingId: string;
}

export const isGreetingChoice = (value: unknown): value is GreetingChoice =>
  value !== null && typeof value === "object" && "greetingId" in value;
