import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type MailServer, startMailServer } from "@/e2e/mail/start-mail-server";
import type { Settings } from "../settings-schema";
import { sendMail } from "./send-mail";

let server: MailServer;
beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.close());
beforeEach(() => server.behave("well"));

const settings = (given: Partial<Settings> = {}): Settings => ({
  DATABASE_URL: "postgresql://user:password@db.example/switchboard",
  AUTH_SECRET: "0123456789abcdef0123456789abcdef",
  PUBLIC_BASE_URL: "https://phones.example.com",
  SMTP_URL: server.url,
  MAIL_FROM: "Switchboard <phones@example.com>",
  ...given,
});
const mail = (to: string) => ({
  to,
  subject: "Your invitation",
  text: `Grüße,\n.\nhttps://phones.example.com/${"x".repeat(120)}`,
});

describe("sendMail", () => {
  it("hands it to the mail server, in plain text", async () => {
    expect(await sendMail(mail("olive@example.com"), settings())).toEqual({ kind: "sent" });
    const { to, subject, text, source } = await server.next("olive@example.com");
    expect(to).toEqual(["olive@example.com"]);
    expect(subject).toBe("Your invitation");
    expect(text.trimEnd()).toBe(mail("").text);
    expect(source).toContain("From: Switchboard <phones@example.com>");
    expect(source).toMatch(/^Content-Type: text\/plain/m);
  });

  it("sends to one address, whatever it looks like", async () => {
    const before = server.received.length;
    await sendMail(mail("a,b@example.com"), settings());
    expect(server.received.slice(before).flatMap(({ to }) => to)).not.toContain("b@example.com");
  });

  it("says so where nothing is set", async () => {
    const { SMTP_URL: _, MAIL_FROM: __, ...without } = settings();
    expect(await sendMail(mail("olive@example.com"), without)).toEqual({ kind: "notConfigured" });
  });

  it.each(["preview", "development"] as const)("sends nothing from Vercel's %s", async (VERCEL_ENV) => {
    const before = server.received.length;
    expect(await sendMail(mail("olive@example.com"), settings({ VERCEL_ENV }))).toEqual({
      kind: "readOnlyDeployment",
    });
    expect(server.received).toHaveLength(before);
  });

  it("fails with a line in the log when the server will not take it, or is away", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    server.behave("refusing");
    expect(await sendMail(mail("olive@example.com"), settings())).toEqual({
      kind: "failed",
      isFinal: true,
      isUnsure: false,
      why: "The mail server refused the e-mail (its answer was 550).",
    });
    server.behave("busy");
    expect(await sendMail(mail("olive@example.com"), settings())).toEqual({
      kind: "failed",
      isFinal: false,
      isUnsure: false,
      why: "The mail server did not take the e-mail (its answer was 451).",
    });
    const away = settings({ SMTP_URL: "smtp://127.0.0.1:1" });
    expect(await sendMail(mail("olive@example.com"), away)).toEqual({
      kind: "failed",
      isFinal: false,
      isUnsure: false,
      why: "The mail server could not be reached, or did not answer in time.",
    });
    const lines = logged.mock.calls.map(([line]) => JSON.parse(line));
    expect(lines.map(({ event, message }) => [event, message])).toEqual([
      ["mail.failed", "EENVELOPE 550"],
      ["mail.failed", "EENVELOPE 451"],
      ["mail.failed", "ESOCKET"],
    ]);
    logged.mockRestore();
  });

  it("says that nobody knows when the server breaks off with the e-mail in its hands", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    server.behave("cut");
    expect(await sendMail(mail("olive@example.com"), settings())).toEqual({
      kind: "failed",
      isFinal: false,
      isUnsure: true,
      why: "The mail server broke off while it took the e-mail. Nobody knows whether it was sent.",
    });
    logged.mockRestore();
  });

  it("gives up on a server that says nothing", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    server.behave("silent");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const sending = sendMail(mail("olive@example.com"), settings());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await sending).toMatchObject({ kind: "failed", isFinal: false, isUnsure: false });
    vi.useRealTimers();
    logged.mockRestore();
  });
});
