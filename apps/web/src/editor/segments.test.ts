import { describe, expect, test } from "vitest";
import { nextWordEnd, previousLetterStart, previousWordStart } from "./segments.ts";

/** All stops from one end to the other. */
function stops(text: string, next: (text: string, position: number) => number, from: number): number[] {
  const found: number[] = [];
  for (let at = next(text, from), last = -1; at !== last; last = at, at = next(text, at)) found.push(at);
  return found;
}

describe("words", () => {
  test.each([
    ["Hello, dear world!", [5, 11, 17, 18]],
    ["مرحبا بالعالم", [5, 13]],
  ])("forward in %s", (text, expected) => {
    expect(stops(text, nextWordEnd, 0)).toEqual(expected);
  });
  test("Japanese and Thai have word stops without spaces", () => {
    expect(stops("ご不便をおかけして", nextWordEnd, 0).length).toBeGreaterThan(2);
    expect(stops("ขอบคุณมากครับ", nextWordEnd, 0).length).toBeGreaterThan(2);
  });
  test("back to the starts of words", () => {
    expect(stops("Hello, dear world!", previousWordStart, 18)).toEqual([12, 7, 0]);
  });
});

test.each([
  ["a family", "👨‍👩‍👧"],
  ["a flag", "🇧🇷"],
  ["a skin tone", "🙏🏽"],
  ["a keycap", "1️⃣"],
  ["an accent of its own", "e\u0301"],
  ["a Devanagari cluster", "न्"],
])("%s is one letter to Backspace", (_name, letter) => {
  expect(previousLetterStart(`x${letter}`, 1 + letter.length)).toBe(1);
});
