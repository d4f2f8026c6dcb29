import type { FoundConfiguration } from "@/db/queries/configurations/find-configuration";
import { settings } from "@/lib/env";
import { numberState } from "@/lib/twilio/rest/number-state";
import { twilioStanding } from "@/lib/twilio/rest/standing";
import { settingsToRestore } from "@/lib/twilio/rest/voice-settings";
import { VoiceSettingsList } from "../phone-numbers/voice-settings-list";
import { numberInWords } from "./configuration-in-words";

/** What becomes of a number's calls, and of its settings at Twilio, once its active configuration ends. */
export function EndingConsequences({
  configuration,
  country,
}: {
  configuration: FoundConfiguration;
  country: string;
}) {
  return (
    <>
      <p>
        From then on Switchboard turns away whoever calls {numberInWords(configuration, country)}, until
        another configuration of the number is activated. To change what callers hear, switch to another
        configuration instead.
      </p>
      <AtTwilio configuration={configuration} />
    </>
  );
}

function AtTwilio({ configuration }: { configuration: FoundConfiguration }) {
  const { settingsBefore, settingsWanted } = configuration;
  const state = numberState(configuration);
  if (state === "example")
    return <p>It is an example number that no account owns: nothing changes at Twilio.</p>;
  if (state === "gone" || !settingsWanted) return <p>Nothing changes at Twilio.</p>;
  if (configuration.previewOrigin) {
    return <p>The number is at a preview. It stays there until it is taken back on its own page.</p>;
  }
  const standing = twilioStanding(settings());
  if (standing === "readOnly") {
    return <p>This is a preview of Switchboard: nothing changes at Twilio.</p>;
  }
  return (
    <>
      <p>
        {standing === "live"
          ? "At Twilio the number gets back the settings that it had before, which then decide about its calls, if it still points at Switchboard:"
          : "Switchboard has no credentials for Twilio, so it cannot put these settings back, which the number had before:"}
      </p>
      {settingsBefore ? (
        <VoiceSettingsList settings={settingsToRestore(settingsBefore)} />
      ) : (
        <p>Nothing was set, so Twilio answers its calls with an error message.</p>
      )}
    </>
  );
}
