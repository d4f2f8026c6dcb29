import { formatNumber } from "@/app/_format/format-number";

/** How long people waited: "8.5 s", "45 s", "3 min 5 s". A dash where nobody did. */
export function secondsInWords(seconds: number | null, locale: string): string {
  if (seconds === null) return "–";
  if (seconds < 10 && !Number.isInteger(seconds))
    return `${formatNumber(seconds, locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  return `${formatNumber(Math.floor(whole / 60), locale)} min ${whole % 60} s`;
}
