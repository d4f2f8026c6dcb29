import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: { alias: { "@": root } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["lib/**/*.test.ts", "app/**/*.test.ts", ".ci/**/*.test.ts", "e2e/player/**/*.test.ts"],
          exclude: ["lib/**/*.database.test.ts"],
          // Pure code leaves nothing behind for the next file, so each worker loads it once.
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["db/**/*.test.ts", "lib/**/*.database.test.ts"],
          // It asks for "next/server" without the ending that Node.js wants: Vite finds it all the same.
          server: { deps: { inline: ["next-auth"] } },
          isolate: false,
          // An embedded Postgres takes a few seconds to create and 400 MB to run.
          hookTimeout: 60_000,
          testTimeout: 30_000,
          maxWorkers: 2,
          // Projects with other numbers of workers take turns, or Vitest refuses to run them together.
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          // Much data, measured: `npm run test:deep`. A file at a time, so that none slows another down.
          name: "deep",
          include: ["e2e/deep/**/*.test.ts"],
          fileParallelism: false,
          sequence: { groupOrder: 3 },
          hookTimeout: 600_000,
          testTimeout: 600_000,
        },
      },
    ],
  },
});
