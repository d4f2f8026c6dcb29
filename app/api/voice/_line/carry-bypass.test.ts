import { describe, expect, it } from "vitest";
import { soundUrl } from "@/lib/call/sound-url";
import { carryBypass } from "./carry-bypass";

const origin = "https://preview.example.com";
const asked = `${origin}/api/voice?x-vercel-protection-bypass=s%26cret`;
const bypass = "x-vercel-protection-bypass=s%26cret";
const carried = (twiml: string, url = asked) => carryBypass(twiml, origin, url);

describe("carryBypass", () => {
  it("gives the bypass to every address of ours, in attributes and in elements", () => {
    const twiml = `<Response><Gather action="${origin}/api/voice/menu/a/b"><Play>${origin}/sounds/x.mp3</Play></Gather><Redirect>${origin}/api/voice/go/a</Redirect></Response>`;
    expect(carried(twiml)).toBe(
      `<Response><Gather action="${origin}/api/voice/menu/a/b?${bypass}"><Play>${origin}/sounds/x.mp3?${bypass}</Play></Gather><Redirect>${origin}/api/voice/go/a?${bypass}</Redirect></Response>`,
    );
  });

  it("gives it to a greeting of the library, and to callbacks", () => {
    const sound = soundUrl(origin, "0b8e3e3e-0000-4000-8000-000000000000");
    const twiml = `<Record recordingStatusCallback="${origin}/api/voice/recorded/a"/><Play>${sound}</Play><Number statusCallback='${origin}/api/voice/b'/>`;
    expect(carried(twiml)).toBe(
      `<Record recordingStatusCallback="${origin}/api/voice/recorded/a?${bypass}"/><Play>${sound}?${bypass}</Play><Number statusCallback='${origin}/api/voice/b?${bypass}'/>`,
    );
  });

  it("adds to a query, as XML writes it", () => {
    expect(carried(`<Play>${origin}/a?b=c</Play>`)).toBe(`<Play>${origin}/a?b=c&amp;${bypass}</Play>`);
  });

  it("tells nobody else", () => {
    const twiml = `<Play>https://cdn.example.com/x.mp3</Play><Play>${origin}.evil.example/x.mp3</Play>`;
    expect(carried(twiml)).toBe(twiml);
  });

  it("leaves an answer alone where the request carried none", () => {
    const twiml = `<Redirect>${origin}/api/voice/go/a</Redirect>`;
    expect(carried(twiml, `${origin}/api/voice`)).toBe(twiml);
    expect(carried(twiml, `${origin}/api/voice?x-vercel-protection-bypass=`)).toBe(twiml);
  });
});
