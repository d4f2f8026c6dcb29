"use client";

import { Button } from "@heroui/react/button";
import { useEffect, useState } from "react";
import { browserVoiceFor } from "./browser-voice";
import { useHydrated } from "./use-hydrated";

const onACall = "On a call you hear Twilio’s: make a test call to listen.";

/** Speaks the texts of the form in a language, with the browser's own voice: what it says, not quite how it sounds. */
export function HearIt({ language, readTexts }: { language: string; readTexts(): string[] }) {
  const isAwake = useHydrated();
  const [isSpeaking, setSpeaking] = useState(false);
  // What is said of one language says nothing of another.
  const [told, setTold] = useState({ about: language, message: "" });
  const setMessage = (message: string) => setTold({ about: language, message });
  useEffect(() => () => window.speechSynthesis?.cancel(), []);

  const stop = () => {
    window.speechSynthesis.cancel();
    setSpeaking(false);
  };
  const speak = async () => {
    const voice = await browserVoiceFor(language);
    if (!voice) {
      return setMessage(`This browser has no voice for this language. ${onACall}`);
    }
    const texts = readTexts();
    if (texts.length === 0) return setMessage("There is no text to speak yet.");
    setMessage(`Spoken by your browser (${voice.name}); on a call it is Twilio’s voice.`);
    setSpeaking(true);
    window.speechSynthesis.cancel();
    for (const [index, text] of texts.entries()) {
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      if (index === texts.length - 1) utterance.onend = () => setSpeaking(false);
      utterance.onerror = ({ error }) => {
        setSpeaking(false);
        // Whoever has stopped it, or left the page, need not be told.
        if (error !== "canceled" && error !== "interrupted")
          setMessage(`${voice.name} could not speak. ${onACall}`);
      };
      window.speechSynthesis.speak(utterance);
    }
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        variant="secondary"
        size="sm"
        isDisabled={!isAwake}
        onPress={() => (isSpeaking ? stop() : void speak())}
      >
        {isSpeaking ? "Stop" : "Hear it"}
      </Button>
      <p aria-live="polite" className="min-w-0 flex-1 basis-56 text-xs text-muted">
        {told.about === language && told.message}
      </p>
    </div>
  );
}
