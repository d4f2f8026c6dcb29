import { createHash, randomBytes } from "node:crypto";

/** 256 random bits: what a link carries, and the only copy of it. */
export const makeLinkToken = (): string => randomBytes(32).toString("base64url");

/** What the database keeps of a link's token: it finds the row, and whoever reads the table cannot make the link. */
export const hashLinkToken = (token: string): string => createHash("sha256").update(token).digest("hex");
