import { measureEdgeFunctions } from "../../.ci/measure-edge";
import { kilobytes, table } from "./figures";

/** What is loaded at a cold start of each edge function, beside what Next.js brings for a route that does nothing. */
export function benchSizes(): string {
  const functions = measureEdgeFunctions();
  const voice = functions.filter(({ name }) => name.startsWith("/api/voice"));
  const bare = functions.find(({ name }) => name.startsWith("/api/health"));
  if (!bare || voice.length === 0)
    throw new Error("The build has no voice routes, or no constant one: build it first.");
  const rows = [...voice.sort((a, b) => b.gzippedBytes - a.gzippedBytes), bare].map(
    ({ name, gzippedBytes }) => [
      name.replace(/\/route$/, ""),
      kilobytes(gzippedBytes),
      kilobytes(gzippedBytes - bare.gzippedBytes),
    ],
  );
  return table(["edge function", "kB gzipped", "of that not the constant route's"], rows);
}
