import { describe, expect, it } from "vitest";
import { hashPassword, isPassword } from "./password";

describe("isPassword", () => {
  it("knows the right password from a wrong one", async () => {
    const kept = await hashPassword("correct horse");
    expect(await isPassword("correct horse", kept)).toBe(true);
    expect(await isPassword("correct horse ", kept)).toBe(false);
    expect(await isPassword("", kept)).toBe(false);
  });

  it("keeps Argon2id hashes, salted", async () => {
    const [one, other] = await Promise.all([hashPassword("correct horse"), hashPassword("correct horse")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  it("takes an accent however the keyboard composes it", async () => {
    expect(await isPassword("cafe\u0301", await hashPassword("caf\u00e9"))).toBe(true);
  });

  it("lets nobody in where there is no account, after as long as it takes to try", async () => {
    const kept = await hashPassword("correct horse");
    await isPassword("warm-up", null);
    const shortest = async (passwordHash: string | null) => {
      const times: number[] = [];
      for (let count = 0; count < 7; count++) {
        const start = performance.now();
        expect(await isPassword("wrong", passwordHash)).toBe(false);
        times.push(performance.now() - start);
      }
      return Math.min(...times);
    };
    // A machine that is busy adds time to some of them, never takes it from one.
    const ratio = (await shortest(null)) / (await shortest(kept));
    expect(ratio).toBeGreaterThan(1 / 3);
    expect(ratio).toBeLessThan(3);
  });
});
