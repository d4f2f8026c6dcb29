"use client";

/** The locale of HeroUI's components, on the server and in the browser alike; without it each would ask its own system. */
export { I18nProvider as LocaleProvider } from "react-aria-components/I18nProvider";
