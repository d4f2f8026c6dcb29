import type { VoiceChoice } from "@/lib/template/types";

/** A voice as the form names it while one is chosen. Some voices speak two languages. */
export const voiceId = ({ language, name }: VoiceChoice): string => `${language} ${name}`;
