import { describe, expect, it } from "vitest";
import { passwordFault } from "./password-fault";

const owner = { name: "Olive Alder", email: "olive.alder@alder-finch.example", firmName: "Alder & Finch" };
const faultOf = (password: string) => passwordFault(password, owner);

describe("passwordFault", () => {
  it.each([
    ["four words", "walnut bridge copper violin"],
    ["words in another language", "Regenschirm Laterne"],
    ["letters at random, without digits or capitals", "vkqhzpwmxrta"],
    ["digits at random", "829401736625"],
    ["a sentence with the person's own name in it", "Olive feeds 14 hens at dawn"],
    ["a common word with enough beside it", "dragon-vq7hx2"],
    ["128 characters", "walnut bridge copper violin".padEnd(128, " kettle harbour sock")],
    ["letters that a keyboard can write in two ways", "Mu\u0308hle an der Aschach"],
  ])("takes %s", (_, password) => {
    expect(faultOf(password)).toBeNull();
  });

  it.each([
    ["eleven characters", "vkqhzpwmxrt"],
    ["few letters of many code units", "😀😀😀😀😀😀"],
  ])("asks for more than %s", (_, password) => {
    expect(faultOf(password)).toContain("at least 12 characters");
  });

  it("asks for less than 129 characters", () => {
    expect(faultOf("vq7h".repeat(33))).toContain("at most 128 characters");
  });

  it.each([
    "password1234",
    "Password2026!",
    "P@ssw0rd!!!!",
    "passwordpassword",
    "iloveyou12345",
    "Summer2026!!",
    "letmein please",
    "qwertyuiop12",
    "1qaz2wsx3edc",
    "123456789012",
    "210987654321",
    "aaaaaaaaaaaa",
    "121212121212",
    "abcabcabcabc",
    "football-football",
    "correct horse battery staple",
    "MonkeyDragon99",
    "welcome to office 1",
  ])("refuses “%s”, which is guessed first", (password) => {
    expect(faultOf(password)).toContain("guessed first");
  });

  it.each(["OliveAlder2026", "olive.alder@alder-finch.example", "AlderFinch!!12", "Ol1veOlive123"])(
    "refuses “%s” for being about its owner",
    (password) => {
      expect(faultOf(password)).toContain("your name");
    },
  );
});
