import { defineConfig } from "drizzle-kit";

/** Only `generate` is used: `npm run db:migrate` applies the files over Neon's HTTP protocol. */
export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/index.ts",
  out: "./db/migrations",
  strict: true,
});
