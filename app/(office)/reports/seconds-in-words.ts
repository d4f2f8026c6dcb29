/** How long people waited: "8.5 s", "45 s", "3 min 5 s". A dash where nobody did. */
export function secondsInWords(seconds: number | null): string {
  if (seconds === null) return "–";
  if (seconds < 10 && !Number.isInteger(seconds)) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
