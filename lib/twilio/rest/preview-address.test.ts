import { describe, expect, it } from "vitest";
import { withoutSecret } from "../protection-bypass";
import { previewSettings, readPreviewOrigin } from "./preview-address";

const origin = "https://switchboard-git-branch-firm.vercel.app";

describe("readPreviewOrigin", () => {
  it.each([
    origin,
    `${origin}/`,
    `${origin}/phone-numbers?x=1#y`,
    " switchboard-git-branch-firm.vercel.app ",
    "HTTPS://Switchboard-git-branch-firm.VERCEL.app",
  ])("takes an address as somebody copies it: %s", (typed) => {
    expect(readPreviewOrigin(typed)).toBe(origin);
  });

  it.each([
    "",
    "vercel.app",
    "https://vercel.app",
    "http://branch.vercel.app",
    "ftp://branch.vercel.app",
    "https://branch.vercel.app:8443",
    "https://me:secret@branch.vercel.app",
    "https://branch.vercel.app.evil.example",
    "https://evil.example/branch.vercel.app",
    "https://branchvercel.app",
    "https://-branch.vercel.app",
    "https://169.254.169.254",
    "http://localhost:3000",
    "https://[::1]",
    "javascript://branch.vercel.app",
  ])("refuses what is no deployment of Vercel's: %j", (typed) => {
    expect(readPreviewOrigin(typed)).toBeNull();
  });
});

describe("previewSettings", () => {
  it("gives every address the bypass, and none to a preview that is not protected", () => {
    expect(previewSettings(origin, "s3cret")).toMatchObject({
      voiceUrl: `${origin}/api/voice?x-vercel-protection-bypass=s3cret`,
      voiceFallbackUrl: `${origin}/api/voice/fallback?x-vercel-protection-bypass=s3cret`,
      statusCallback: `${origin}/api/voice/status?x-vercel-protection-bypass=s3cret`,
      voiceApplicationSid: "",
      trunkSid: "",
    });
    expect(previewSettings(origin, null).voiceUrl).toBe(`${origin}/api/voice`);
  });
});

describe("withoutSecret", () => {
  it("shows that there is a bypass, and hides what it is", () => {
    const url = previewSettings(origin, "s3cret").voiceUrl;
    expect(withoutSecret(url)).toBe(`${origin}/api/voice?x-vercel-protection-bypass=…`);
    expect(withoutSecret(`${origin}/?a=b&x-vercel-protection-bypass=s3cret&c=d#e`)).toBe(
      `${origin}/?a=b&x-vercel-protection-bypass=…&c=d#e`,
    );
    expect(withoutSecret(`${origin}/api/voice`)).toBe(`${origin}/api/voice`);
  });
});
