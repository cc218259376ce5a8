import { expect, test } from "vitest";
import { markedRuns, type Span } from "./marked-text.ts";

const span = (start: number, end: number, severity: Span["severity"] = "warning"): Span => ({
  id: `${start}`,
  start,
  end,
  severity,
});

const cut = (text: string, spans: readonly Span[]) =>
  markedRuns(text, spans).map((run) => `${run.text}${run.severity ? `<${run.severity}>` : ""}`);

test.each([
  ["a text without findings is one run", [], ["one two three"]],
  [
    "a finding at the start and one at the end",
    [span(0, 3), span(8, 13, "info")],
    ["one<warning>", " two ", "three<info>"],
  ],
  [
    "the heavier of two that overlap",
    [span(0, 7), span(4, 13, "error")],
    ["one <warning>", "two<error>", " three<error>"],
  ],
  [
    "one over the whole text marks nothing",
    [span(0, 13, "error"), span(4, 7)],
    ["one ", "two<warning>", " three"],
  ],
  ["an empty place marks nothing", [span(4, 4)], ["one two three"]],
])("%s", (_what, spans, expected) => {
  expect(cut("one two three", spans)).toEqual(expected);
});
