import { headers } from "next/headers";
import { personLocale } from "./person-locale";

/** The locale of whoever has sent this request. */
export const localeHere = async (): Promise<string> => personLocale((await headers()).get("accept-language"));
