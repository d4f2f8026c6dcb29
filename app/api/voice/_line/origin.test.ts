import { describe, expect, it } from "vitest";
import { readSettings } from "@/lib/settings-schema";
import { publicOrigin, requestedPath } from "./origin";

const enough = { DATABASE_URL: "postgres://user@host/database", AUTH_SECRET: "x".repeat(32) };

const request = (url: string, headers: Record<string, string> = {}) => new Request(url, { headers });

describe("publicOrigin", () => {
  const pinned = readSettings({ ...enough, PUBLIC_BASE_URL: "https://phones.example.com" });
  const forwarded = {
    "x-forwarded-host": "preview.example.com",
    "x-forwarded-proto": "https,http",
    host: "localhost:3000",
  };

  it("is the pinned address, whatever a proxy says", () => {
    expect(publicOrigin(request("http://localhost:3000/api/voice", forwarded), pinned)).toBe(
      "https://phones.example.com",
    );
  });

  it("is a preview's own address, though production's is pinned", () => {
    const preview = { ...pinned, VERCEL_ENV: "preview" as const };
    expect(publicOrigin(request("http://localhost:3000/api/voice", forwarded), preview)).toBe(
      "https://preview.example.com",
    );
  });

  it("is what was asked for where nothing is pinned or forwarded", () => {
    const url = "http://127.0.0.1:3000/api/voice";
    expect(publicOrigin(request(url, { host: "127.0.0.1:3000" }), readSettings(enough))).toBe(
      "http://127.0.0.1:3000",
    );
  });
});

describe("requestedPath", () => {
  it.each([
    ["/api/voice", "/api/voice"],
    ["/api/voice?a=1&b=%20", "/api/voice?a=1&b=%20"],
    ["/api/voice?", "/api/voice"],
    ["/api/voice/go/a/b?step=a&step=b", "/api/voice/go/a/b"],
    ["/api/voice/go/a/b?nxtPstep=a&nxtPstep=b", "/api/voice/go/a/b"],
    ["/api/voice/go/a?x-vercel-protection-bypass=s&step=a", "/api/voice/go/a?x-vercel-protection-bypass=s"],
    ["/api/voice/go/a?stepping=stone", "/api/voice/go/a?stepping=stone"],
  ])("of %s is %s", (asked, path) => {
    expect(requestedPath(request(`http://localhost${asked}`))).toBe(path);
  });
});
