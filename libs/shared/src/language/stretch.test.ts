import fc from "fast-check";
import { expect, test } from "vitest";
import { loadIdentifier } from "./load.ts";

const { languagesOf } = await loadIdentifier();
const choice = { among: ["de", "en", "es", "ja", "pt"] };

const parts = (text: string) =>
  languagesOf(text, choice).map(({ start, end, tag }) => [tag, text.slice(start, end)]);

test.each([
  [
    "Vielen Dank für Ihre Nachricht. Wir melden uns bald. We will also call you tomorrow morning.",
    [
      ["de", "Vielen Dank für Ihre Nachricht. Wir melden uns bald. "],
      ["en", "We will also call you tomorrow morning."],
    ],
  ],
  [
    "Hello and thanks for waiting!\n\nご連絡ありがとうございます。",
    [
      ["en", "Hello and thanks for waiting!\n\n"],
      ["ja", "ご連絡ありがとうございます。"],
    ],
  ],
  ["OK! Das prüfen wir gleich für dich. 😊", [["de", "OK! Das prüfen wir gleich für dich. 😊"]]],
  ["", []],
])("%j", (text, expected) => {
  expect(parts(text)).toEqual(expected);
});

test("the stretches cover the text, and neighbours differ", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("Das ist gut so. ", "This is fine. ", "はい。", "!? ", "Ana\n")),
      (some) => {
        const found = parts(some.join(""));
        expect(found.map(([, text]) => text).join("")).toBe(some.join(""));
      },
    ),
  );
});
