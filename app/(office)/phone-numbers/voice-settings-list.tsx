import { Chip } from "@heroui/react/chip";
import type { VoiceSettings } from "@/db/schema";
import { withoutSecret } from "@/lib/twilio/protection-bypass";
import { differingSettings } from "@/lib/twilio/rest/voice-settings";

interface Line {
  label: string;
  value: keyof VoiceSettings;
  method?: keyof VoiceSettings;
}

const lines: readonly Line[] = [
  { label: "When a call comes in", value: "voiceUrl", method: "voiceMethod" },
  { label: "When that fails", value: "voiceFallbackUrl", method: "voiceFallbackMethod" },
  { label: "When a call has ended", value: "statusCallback", method: "statusCallbackMethod" },
  { label: "Application", value: "voiceApplicationSid" },
  { label: "SIP trunk", value: "trunkSid" },
];

/** A number's voice settings at Twilio, for people; with `wanted`, those that are not as wanted are marked. */
export function VoiceSettingsList({ settings, wanted }: { settings: VoiceSettings; wanted?: VoiceSettings }) {
  const differing = wanted ? differingSettings(settings, wanted) : [];
  return (
    <dl className="flex flex-col gap-3 text-sm">
      {lines.map(({ label, value, method }) => (
        <div key={value}>
          <dt className="text-muted">{label}</dt>
          <dd className="flex flex-wrap items-center gap-x-2 gap-y-1 wrap-anywhere">
            {settings[value] === "" ? (
              "Nothing"
            ) : (
              <span>
                <span className="font-mono text-xs">{withoutSecret(settings[value])}</span>
                {method && <span className="text-muted"> by {settings[method] || "POST"}</span>}
              </span>
            )}
            {differing.some((name) => name === value || name === method) && (
              <Chip size="sm" color="danger" variant="soft">
                Not as wanted
              </Chip>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
