/** The largest sound that is kept: what Vercel lets a request bring, with room to spare. Twilio takes ten times as much. */
export const mostSoundBytes = 4 * 1024 * 1024;

export const tooLarge = "This file is larger than 4 MB. As an MP3, four minutes fit with ease.";
