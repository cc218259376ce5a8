import { expect, test } from "vitest";
import { dayName, duration, shortTime } from "./times.ts";

const minutes = (n: number) => n * 60_000;

test.each([
  [0, "en", "1 min"],
  [minutes(59), "en", "59 min"],
  [minutes(60), "de", "1 Std."],
  [minutes(60 * 47), "en", "47 hr"],
  [minutes(60 * 24 * 3), "pt-BR", "3 dias"],
])("%d ms are told in the largest unit that says enough, in %s", (length, language, said) => {
  expect(duration(length, language)).toBe(said);
});

const now = new Date(2026, 10, 21, 15, 0).getTime();

test.each([
  [new Date(2026, 10, 21, 9, 5), "9:05 AM"],
  [new Date(2026, 10, 20, 23, 59), "Nov 20"],
  [new Date(2025, 10, 20), "Nov 20, 2025"],
])("a time is told as short as it stays clear: %s", (at, said) => {
  expect(shortTime(at.getTime(), now, "en").replace(/\s/g, " ")).toBe(said);
});

test.each([
  [new Date(2026, 10, 21, 0, 1), "Today"],
  [new Date(2026, 10, 20, 23, 59), "Yesterday"],
  [new Date(2026, 10, 12), "Thursday, November 12, 2026"],
])("days have the names people use: %s", (at, said) => {
  expect(dayName(at.getTime(), now, "en")).toBe(said);
});
