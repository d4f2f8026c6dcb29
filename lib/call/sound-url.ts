/** Where Twilio, and anybody who has been given the address, fetches a sound of the library. */
export const soundUrl = (origin: string, soundId: string): string => `${origin}/audio/${soundId}`;
