/** The length of a recording as a player shows it: "0:07", "2:30". */
export const lengthInWords = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
