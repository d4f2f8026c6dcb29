import { expect, test } from "vitest";
import { leadingKeyword } from "./leading-keyword";

test.each([
  ["SELECT 1", "select"],
  ["  \n\tinsert into t", "insert"],
  ["-- a comment\nUPDATE t", "update"],
  ["-- one\r\n--two\rdelete from t", "delete"],
  ["/* a */ /* b */with a as (select)", "with"],
  ["/* a /* nested -- */ select */ COPY t FROM STDIN", "copy"],
  ["/* never closed COPY", ""],
  ["(SELECT 1) UNION (SELECT 2)", ""],
  ["", ""],
  ["-- nothing", ""],
])("%j begins with %j", (sql, keyword) => {
  expect(leadingKeyword(sql)).toBe(keyword);
});
