import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { settings } from "@/lib/env";
import { isReadOnlyDeployment } from "@/lib/read-only-deployment";
import { LocaleProvider } from "./_components/locale-provider";
import { PreviewBanner } from "./_components/preview-banner";
import { personLocale } from "./_format/person-locale";
import { nonceHeader } from "./_security/content-security-policy";
import { themeScript } from "./_theme/theme-script";
import { ThemeStart } from "./_theme/theme-start";
import { WaitingBar } from "./_waiting/waiting-bar";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Switchboard", template: "%s · Switchboard" },
  description: "What happens when each work number is called.",
  applicationName: "Switchboard",
  icons: {
    icon: [
      { url: "/favicon.ico", sizes: "32x32" },
      { url: "/icons/icon.svg", type: "image/svg+xml" },
    ],
    apple: "/icons/apple-touch-icon.png",
  },
  // A phone number on a page is one that a caller called, not one to be called by a slip of the thumb.
  formatDetection: { telephone: false },
  robots: { index: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f6f7fa" },
    { media: "(prefers-color-scheme: dark)", color: "#0c0d11" },
  ],
};

/** Reading the nonce also makes every page dynamic: one that was written at build time would carry none. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const requestHeaders = await headers();
  const nonce = requestHeaders.get(nonceHeader) ?? undefined;
  return (
    // The script sets the theme on this element before React sees it.
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* Browsers hide a nonce from whoever reads it later, React included. */}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours. */}
        <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: themeScript }} />
      </head>
      <body className="min-h-dvh bg-background text-foreground antialiased">
        <ThemeStart />
        {isReadOnlyDeployment(settings()) && <PreviewBanner />}
        <LocaleProvider locale={personLocale(requestHeaders.get("accept-language"))}>
          {children}
        </LocaleProvider>
        <WaitingBar />
      </body>
    </html>
  );
}
