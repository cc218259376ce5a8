import { expect, test } from "vitest";
import { previews } from "./preview.ts";

test.each([
  [
    "a greeting all share is left out",
    ["Hi Ana,\n\nit is late.\n\nBen", "Hi Ana,\n\nit is\nhere.\n\nBen"],
    ["it is late. Ben", "it is here. Ben"],
  ],
  ["one text is shown whole", ["Hi,\n\nthanks"], ["Hi, thanks"]],
  ["nothing is left out where they begin differently", ["Hi,\n\na", "Hello,\n\na"], ["Hi, a", "Hello, a"]],
  ["a text keeps its last paragraph", ["Hi,", "Hi,\n\nb"], ["Hi,", "Hi, b"]],
])("%s", (_, texts, shown) => {
  expect(previews(texts)).toEqual(shown);
});
