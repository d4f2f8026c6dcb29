const waitMilliseconds = 1000;

/** What browsers call languages that Twilio calls otherwise. */
const browserNames: Readonly<Record<string, string>> = {
  arb: "ar",
  cmn: "zh",
  fil: "tl",
  nb: "no",
  yue: "zh-HK",
};

/** The browser's voice that comes nearest to a BCP 47 language: of the same region if there is one. */
export async function browserVoiceFor(language: string): Promise<SpeechSynthesisVoice | null> {
  const voices = await browserVoices();
  const wanted = plain(language);
  const [primary = ""] = wanted.split("-");
  const also = browserNames[primary]?.toLowerCase();
  const fits = (name: string) => (lang: SpeechSynthesisVoice) => {
    const own = plain(lang.lang);
    return own === name || own.startsWith(`${name}-`);
  };
  return (
    voices.find(fits(wanted)) ??
    voices.find(fits(primary)) ??
    (also ? voices.find(fits(also)) : undefined) ??
    null
  );
}

/** Android writes en_GB. */
const plain = (language: string): string => language.toLowerCase().replaceAll("_", "-");

/** Some browsers load their voices only once they have been asked for. */
async function browserVoices(): Promise<SpeechSynthesisVoice[]> {
  if (!("speechSynthesis" in window)) return [];
  const { speechSynthesis } = window;
  const voices = speechSynthesis.getVoices();
  if (voices.length > 0) return voices;
  await new Promise((resolve) => {
    speechSynthesis.addEventListener("voiceschanged", resolve, { once: true });
    setTimeout(resolve, waitMilliseconds);
  });
  return speechSynthesis.getVoices();
}
